package org.mailcontinuity.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mailcontinuity.standalone.demo.ApiClient;

/** What the API tells of the vantages, as lines for a person. */
final class VantageLines {
    /** Each costs a call. */
    private static final int MOST_MONITORS = 50;

    private final ApiClient api;
    private final Instant now;

    VantageLines(ApiClient api, Instant now) {
        this.api = api;
        this.now = now;
    }

    /** A table of the vantages, and a line for each monitor that is not seen from all of its vantages or by one alone. */
    List<String> all() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add("%-17s %-18s %8s  %-12s %s".formatted("VANTAGE", "SIGHT", "MONITORS", "LAST SAMPLE", "LAG"));
        for (JsonNode worker : api.get("/api/v1/vantages").path("items")) {
            lines.add(line(worker));
        }
        for (JsonNode monitor :
                api.get("/api/v1/monitors?limit=" + MOST_MONITORS).path("items")) {
            JsonNode status =
                    api.get("/api/v1/monitors/" + monitor.path("monitorId").asText() + "/status");
            if (status.path("enabled").asBoolean()) {
                lines.addAll(remarks(status));
            }
        }
        return lines;
    }

    private String line(JsonNode worker) {
        String state = worker.path("silent").asBoolean()
                ? "silent"
                : words(worker.path("state").asText());
        String last = worker.has("lastSampleAt")
                ? StatusCommand.words(Duration.between(
                                Instant.parse(worker.path("lastSampleAt").asText()), now))
                        + " ago"
                : "-";
        return "%-17s %-18s %8d  %-12s %s"
                .formatted(
                        worker.path("vantage").asText(),
                        state,
                        worker.path("monitors").asInt(),
                        last,
                        lag(worker.path("lag").asText()));
    }

    private static String lag(String text) {
        try {
            return Duration.parse(text).toMillis() + " ms";
        } catch (DateTimeException e) {
            return "-";
        }
    }

    private static List<String> remarks(JsonNode status) {
        List<String> lines = new ArrayList<>();
        JsonNode sight = status.path("sight");
        String name = status.path("name").asText();
        if (!sight.path("missing").isEmpty()) {
            int expected = sight.path("expected").size();
            String missing = sight.path("missing")
                    .valueStream()
                    .map(each -> each.path("vantage").asText() + ": "
                            + (each.path("silent").asBoolean()
                                    ? "silent"
                                    : words(each.path("state").asText())))
                    .collect(Collectors.joining(", "));
            lines.add("%s: \"%s\" is seen from %d of %d vantages (%s)"
                    .formatted(
                            sight.path("state").asText(),
                            name,
                            expected - sight.path("missing").size(),
                            expected,
                            missing));
        }
        for (JsonNode direction : status.path("directions")) {
            if (!direction.path("regional").isEmpty()) {
                lines.add("REGIONAL: %s mail of \"%s\" fails only as seen from %s"
                        .formatted(
                                words(direction.path("direction").asText()),
                                name,
                                direction
                                        .path("regional")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .collect(Collectors.joining(", "))));
            }
        }
        return lines;
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
