package org.mailcontinuity.probe.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.probe.maillog.MailLog;

/**
 * What the agent is to do, from its file (JSON). Relative paths are relative to it. docs/traffic.md lists the keys.
 *
 * @param ignored addresses, or {@code @domain}, of mail that is not to count, such as the probe's own
 * @param filters parts of the names of next hops that lead through a filter
 * @param grace how long a minute stays open for lines that are written late
 * @param spool how many lines are kept while they cannot be posted
 */
record AgentSettings(
        URI endpoint,
        Path tokenFile,
        Optional<Path> trustCertificates,
        Path state,
        ZoneId zone,
        List<Log> logs,
        List<WatchedMonitor> monitors,
        List<String> ignored,
        List<String> filters,
        Duration grace,
        int spool) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A log to follow. */
    record Log(Path path, MailLog.Format format) {}

    AgentSettings {
        logs = List.copyOf(logs);
        monitors = List.copyOf(monitors);
        ignored = List.copyOf(ignored);
        filters = List.copyOf(filters);
    }

    /** @throws IllegalArgumentException naming the key that cannot be used */
    static AgentSettings read(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (!root.path("logs").isArray() || root.path("logs").isEmpty()) {
            throw refused("logs", "must name at least one log");
        }
        if (!root.path("monitors").isArray() || root.path("monitors").isEmpty()) {
            throw refused("monitors", "must name at least one monitor");
        }
        return new AgentSettings(
                endpoint(text(root, "endpoint")),
                folder.resolve(text(root, "tokenFile")),
                optional(root, "trustCertificates").map(folder::resolve),
                folder.resolve(text(root, "state")),
                optional(root, "timeZone").map(AgentSettings::zone).orElse(ZoneId.systemDefault()),
                logs(root.path("logs"), folder),
                monitors(root.path("monitors")),
                texts(root.path("ignore")).stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .toList(),
                root.has("filters") ? texts(root.path("filters")) : List.of(":10024", ":10026"),
                optional(root, "grace").map(AgentSettings::grace).orElse(Duration.ofSeconds(10)),
                spool(root.path("spool")));
    }

    private static URI endpoint(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // As below.
        }
        throw refused("endpoint", "must be an address such as https://probe.example.org:8085/api/v1/traffic");
    }

    private static List<Log> logs(JsonNode nodes, Path folder) {
        List<Log> logs = new ArrayList<>();
        for (JsonNode node : nodes) {
            logs.add(new Log(folder.resolve(text(node, "path")), format(text(node, "format"))));
        }
        return logs;
    }

    private static MailLog.Format format(String text) {
        try {
            return MailLog.Format.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refused("logs.format", "must be one of " + List.of(MailLog.Format.values()));
        }
    }

    private static List<WatchedMonitor> monitors(JsonNode nodes) {
        List<WatchedMonitor> monitors = new ArrayList<>();
        for (JsonNode node : nodes) {
            List<String> domains = texts(node.path("domains")).stream()
                    .map(domain -> domain.toLowerCase(Locale.ROOT))
                    .toList();
            if (domains.isEmpty()) {
                throw refused("monitors.domains", "must name at least one domain");
            }
            monitors.add(new WatchedMonitor(
                    id(text(node, "monitorId")),
                    domains,
                    directions(node.path("directions")),
                    node.path("rest").asBoolean(nodes.size() == 1)));
        }
        return monitors;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw refused("monitors.monitorId", "must be a UUID");
        }
    }

    private static Set<Direction> directions(JsonNode nodes) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (String word : texts(nodes)) {
            switch (word) {
                case "INBOUND" -> directions.add(Direction.INBOUND);
                case "OUTBOUND" -> directions.add(Direction.OUTBOUND);
                default -> throw refused("monitors.directions", "must be INBOUND or OUTBOUND");
            }
        }
        return directions.isEmpty() ? EnumSet.of(Direction.INBOUND, Direction.OUTBOUND) : directions;
    }

    private static Duration grace(String text) {
        try {
            Duration grace = Duration.parse(text);
            if (!grace.isNegative() && grace.compareTo(Duration.ofMinutes(10)) <= 0) {
                return grace;
            }
        } catch (DateTimeException e) {
            // As below.
        }
        throw refused("grace", "must be from PT0S to PT10M");
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw refused("timeZone", "must be a zone such as Europe/Vienna");
        }
    }

    private static int spool(JsonNode node) {
        int lines = node.asInt(100_000);
        if (lines < 1000 || lines > 1_000_000) {
            throw refused("spool", "must be from 1000 to 1000000");
        }
        return lines;
    }

    private static String text(JsonNode node, String key) {
        return optional(node, key).orElseThrow(() -> refused(key, "must be present"));
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return Optional.of(node.path(key).asText("")).filter(text -> !text.isBlank());
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static IllegalArgumentException refused(String key, String rule) {
        return new IllegalArgumentException(key + " " + rule);
    }
}
