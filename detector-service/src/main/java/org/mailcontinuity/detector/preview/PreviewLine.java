package org.mailcontinuity.detector.preview;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.UUID;
import org.mailcontinuity.contracts.Timestamp;
import org.mailcontinuity.detection.cause.Cause;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detector.replay.FindingLine;

/** The lines of a preview's answer, each a JSON object with a {@code type}, without their ends. */
final class PreviewLine {
    private static final JsonFactory JSON = new JsonFactory();

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private PreviewLine() {}

    /** How far it is. */
    static String progress(Progress progress) {
        return line("progress", json -> {
            json.writeNumberField("share", Math.round(progress.share() * 1000) / 1000.0);
            json.writeNumberField("samples", progress.samples());
            if (progress.at().isPresent()) {
                json.writeStringField("at", Timestamp.format(progress.at().get()));
            }
        });
    }

    /** A finding, as {@code ./continuity replay} prints it, and of which settings. */
    static String finding(Candidate candidate, UUID monitorId, Finding finding) {
        String replayed = FindingLine.of(monitorId, finding);
        return "{\"type\":\"finding\",\"settings\":\"" + candidate + "\"," + replayed.substring(1);
    }

    /** What it all came to. */
    static String summary(PreviewRequest request, Progress progress, Map<Candidate, Trial> trials) {
        return line("summary", json -> {
            json.writeStringField("from", Timestamp.format(request.from()));
            json.writeStringField("until", Timestamp.format(request.until()));
            json.writeBooleanField("complete", progress.share() >= 1);
            json.writeNumberField("samples", progress.samples());
            if (progress.unreadable() > 0) {
                json.writeNumberField("unreadable", progress.unreadable());
            }
            if (progress.at().isPresent()) {
                json.writeStringField(
                        "judgedUntil", Timestamp.format(progress.at().get()));
            }
            for (Candidate candidate : Candidate.values()) {
                Trial trial = trials.get(candidate);
                if (trial != null) {
                    write(json, candidate, trial);
                }
            }
        });
    }

    /** It cannot go on. */
    static String failure(String reason) {
        return line("failure", json -> json.writeStringField("reason", reason));
    }

    private static void write(JsonGenerator json, Candidate candidate, Trial trial) throws IOException {
        json.writeObjectFieldStart(candidate == Candidate.PROPOSED ? "proposed" : "present");
        json.writeNumberField("alerts", trial.alerts());
        json.writeArrayFieldStart("disruptions");
        for (WouldBe disruption : trial.disruptions()) {
            write(json, disruption);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, WouldBe disruption) throws IOException {
        json.writeStartObject();
        json.writeStringField("direction", disruption.direction().name());
        json.writeStringField("severity", disruption.severity().name());
        json.writeStringField("openedAt", Timestamp.format(disruption.openedAt()));
        json.writeStringField("detectedAt", Timestamp.format(disruption.detectedAt()));
        if (disruption.clearedAt().isPresent()) {
            json.writeStringField(
                    "clearedAt", Timestamp.format(disruption.clearedAt().get()));
        }
        json.writeNumberField("reopenings", disruption.reopenings());
        Cause cause = disruption.cause();
        json.writeObjectFieldStart("cause");
        if (cause.stage().isPresent()) {
            json.writeStringField("stage", cause.stage().get().name());
        }
        if (cause.fault().isPresent()) {
            json.writeStringField("fault", cause.fault().get().name());
        }
        json.writeStringField("sentence", cause.sentence());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String line(String type, Body body) {
        StringWriter line = new StringWriter(400);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return line.toString();
    }
}
