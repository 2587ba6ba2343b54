package org.mailcontinuity.detector.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.UUID;
import org.mailcontinuity.contracts.Timestamp;
import org.mailcontinuity.detection.cause.Cause;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Route;

/** Writes a finding as a line of JSON: at, monitorId, direction, finding, severity, cause. What is absent is left out. */
public final class FindingLine {
    private static final JsonFactory JSON = new JsonFactory();

    private FindingLine() {}

    /** The line, without its end. */
    public static String of(UUID monitorId, Finding finding) {
        StringWriter line = new StringWriter(400);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("at", Timestamp.format(finding.at()));
            json.writeStringField("monitorId", monitorId.toString());
            json.writeStringField("direction", finding.direction().name());
            json.writeStringField("finding", word(finding));
            switch (finding) {
                case Finding.Opened opened -> write(json, opened.report());
                case Finding.Changed changed -> write(json, changed.report());
                case Finding.Reopened reopened -> write(json, reopened.report());
                case Finding.Cleared cleared -> write(json, cleared.report());
                case Finding.Blinded blinded -> write(json, blinded.report());
                case Finding.ReducedSight reduced -> write(json, reduced);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return line.toString();
    }

    /** The word for a finding. */
    public static String word(Finding finding) {
        return switch (finding) {
            case Finding.Opened opened -> "OPENED";
            case Finding.Changed changed -> "CHANGED";
            case Finding.Reopened reopened -> "REOPENED";
            case Finding.Cleared cleared -> "CLEARED";
            case Finding.Blinded blinded -> "NO_DATA";
            case Finding.ReducedSight reduced -> "REDUCED_SIGHT";
        };
    }

    private static void write(JsonGenerator json, Report report) throws IOException {
        json.writeStringField("severity", report.severity().name());
        write(json, report.cause());
    }

    private static void write(JsonGenerator json, Finding.ReducedSight reduced) throws IOException {
        json.writeStringField("severity", Severity.BLIND.name());
        json.writeObjectFieldStart("cause");
        json.writeStringField("causeKey", "REDUCED_SIGHT");
        json.writeStringField(
                "sentence",
                "%d of %d vantages still see %s mail"
                        .formatted(
                                reduced.seeing(),
                                reduced.expected(),
                                reduced.direction().name().toLowerCase(Locale.ROOT)));
        json.writeNumberField("confidence", 1.0);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Cause cause) throws IOException {
        json.writeObjectFieldStart("cause");
        if (cause.stage().isPresent()) {
            json.writeStringField("stage", cause.stage().get().name());
        }
        if (cause.fault().isPresent()) {
            json.writeStringField("fault", cause.fault().get().name());
        }
        if (cause.route().isPresent()) {
            write(json, cause.route().get());
        }
        json.writeStringField("causeKey", cause.causeKey());
        json.writeStringField("sentence", cause.sentence());
        json.writeNumberField("confidence", Math.round(cause.confidence() * 1000) / 1000.0);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Route route) throws IOException {
        json.writeObjectFieldStart("route");
        json.writeStringField("host", route.host());
        json.writeNumberField("port", route.port());
        if (route.preference().isPresent()) {
            json.writeNumberField("preference", route.preference().getAsInt());
        }
        json.writeEndObject();
    }
}
