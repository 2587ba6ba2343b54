package org.mailcontinuity.events.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Passes the detector's lines on as they come, and puts into words what they sum up to. */
final class Passing {
    private static final String FAILURE =
            "{\"type\":\"failure\",\"reason\":\"The detector did not answer to the end.\"}";

    private final PreviewRequest.Span span;
    private final ObjectMapper json;

    Passing(PreviewRequest.Span span, ObjectMapper json) {
        this.span = span;
        this.json = json;
    }

    /** Passes all lines on, while somebody listens; where they stop before the end, that is said. */
    void pass(InputStream lines, OutputStream out, BooleanSupplier listens) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        boolean ended = false;
        while (!ended && listens.getAsBoolean()) {
            String line = next(in);
            ended = line.startsWith("{\"type\":\"summary\"") || line.startsWith("{\"type\":\"failure\"");
            if (!written(summed(line), out)) {
                return;
            }
        }
    }

    /** Whether the caller is still there to read. */
    private static boolean written(String line, OutputStream out) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String next(BufferedReader in) {
        try {
            String line = in.readLine();
            return line == null ? FAILURE : line;
        } catch (IOException e) {
            return FAILURE;
        }
    }

    private String summed(String line) throws IOException {
        if (!line.startsWith("{\"type\":\"summary\"")) {
            return line;
        }
        JsonNode summary = json.readTree(line);
        ObjectNode told = json.createObjectNode();
        told.set("type", summary.path("type"));
        told.put(
                "sentence",
                Headline.of(
                        span,
                        summary.path("proposed").path("alerts").asInt(),
                        summary.path("present").path("alerts").asInt()));
        told.setAll((ObjectNode) summary);
        return json.writeValueAsString(told);
    }
}
