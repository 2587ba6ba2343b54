package org.mailcontinuity.probe.dialing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.probe.smtp.CertificateSeen;
import org.mailcontinuity.probe.smtp.Conversation;
import org.mailcontinuity.probe.smtp.Ending;
import org.mailcontinuity.probe.smtp.SmtpReply;

/**
 * How an attempt went.
 *
 * @param fault absent for SUCCESS; may be absent for INCONCLUSIVE, where the transcript says why
 * @param timings how long each stage took
 */
public record Course(
        Instant startedAt,
        Instant completedAt,
        Outcome outcome,
        Stage stage,
        Optional<Fault> fault,
        Optional<SmtpReply> reply,
        Optional<CertificateSeen> certificate,
        Map<Stage, Duration> timings,
        Duration total) {

    public Course {
        timings = Map.copyOf(timings);
        completedAt = completedAt.isBefore(startedAt) ? startedAt : completedAt;
    }

    /** An attempt that ended before any dialogue. */
    public static Course ended(Instant startedAt, Duration total, Outcome outcome, Stage stage, Optional<Fault> fault) {
        return new Course(
                startedAt,
                startedAt.plus(total),
                outcome,
                stage,
                fault,
                Optional.empty(),
                Optional.empty(),
                Map.of(stage, total),
                total);
    }

    static Course of(Instant startedAt, Map<Stage, Duration> before, Conversation conversation) {
        Ending ending = conversation.ending();
        Map<Stage, Duration> timings = new java.util.EnumMap<>(Stage.class);
        timings.putAll(conversation.timings());
        timings.putAll(before);
        Duration total = before.values().stream().reduce(conversation.total(), Duration::plus);
        return new Course(
                startedAt,
                startedAt.plus(total),
                ending.outcome(),
                ending.stage(),
                ending.fault(),
                ending.reply(),
                ending.certificate(),
                timings,
                total);
    }

    /** Whether the message (or as much of it as was to be sent) was taken. */
    public boolean gotThrough() {
        return outcome == Outcome.SUCCESS || outcome == Outcome.IMPAIRED;
    }
}
