package org.mailcontinuity.detector.preview;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.detection.cause.Cause;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Direction;

/**
 * A disruption that would have been, and with it an alert.
 *
 * @param severity its highest
 * @param cause the last that was told
 * @param clearedAt absent while it would be open still
 * @param reopenings how often it would have come back
 */
record WouldBe(
        Direction direction,
        Report.Kind kind,
        Instant openedAt,
        Instant detectedAt,
        Optional<Instant> clearedAt,
        Severity severity,
        Cause cause,
        int reopenings) {

    static WouldBe opened(Direction direction, Report report) {
        return new WouldBe(
                direction,
                report.kind(),
                report.openedAt(),
                report.detectedAt(),
                Optional.empty(),
                report.severity(),
                report.cause(),
                0);
    }

    boolean isOf(Direction other, Report report) {
        return direction == other && kind == report.kind() && openedAt.equals(report.openedAt());
    }

    WouldBe changed(Report report) {
        return with(report, clearedAt, reopenings);
    }

    WouldBe reopened(Report report) {
        return with(report, Optional.empty(), reopenings + 1);
    }

    WouldBe cleared(Report report, Instant at) {
        return with(report, Optional.of(at), reopenings);
    }

    private WouldBe with(Report report, Optional<Instant> cleared, int times) {
        Severity highest = severity.compareTo(report.severity()) > 0 ? severity : report.severity();
        return new WouldBe(direction, kind, openedAt, detectedAt, cleared, highest, report.cause(), times);
    }
}
