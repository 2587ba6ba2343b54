package org.mailcontinuity.probe.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Certificate;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Reply;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.probe.dialing.Course;
import org.mailcontinuity.probe.smtp.CertificateSeen;
import org.mailcontinuity.probe.smtp.SmtpReply;

/** Makes the sample of a measurement. */
public final class SampleMapper {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final String worker;

    public SampleMapper(String worker) {
        this.worker = worker;
    }

    /**
     * @param ownFault what is wrong with the probe itself, if anything: a failure then says nothing about the mail
     *     system, while what got through did get through
     */
    public Sample sampleOf(Round round, Measurement measurement, Optional<Fault> ownFault) {
        Course course = measurement.course();
        boolean ours = ownFault.isPresent() && course.outcome() == Outcome.FAILURE;
        return new Sample(
                round.sampleId(measurement.check(), measurement.route()),
                round.definition().monitorId(),
                round.definition().revision(),
                measurement.direction(),
                measurement.check(),
                measurement.route(),
                round.vantage(),
                worker,
                round.trigger(),
                round.scheduledAt(),
                course.startedAt(),
                course.completedAt(),
                Optional.empty(),
                ours ? Outcome.INCONCLUSIVE : course.outcome(),
                course.stage(),
                course.reply().map(SampleMapper::reply),
                ours ? ownFault : course.fault(),
                timings(course),
                course.certificate().map(seen -> certificate(seen, course.completedAt())),
                Optional.empty());
    }

    private static Reply reply(SmtpReply reply) {
        return new Reply(
                reply.code(), reply.enhanced(), Optional.of(reply.text()).filter(text -> !text.isEmpty()));
    }

    private static Certificate certificate(CertificateSeen seen, Instant now) {
        long days = Math.floorDiv(ChronoUnit.SECONDS.between(now, seen.notAfter()), 86_400L);
        int daysLeft = (int) Math.clamp(days, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new Certificate(orDash(seen.subject()), orDash(seen.issuer()), seen.notAfter(), daysLeft);
    }

    /** An empty name is legal in a certificate, but not in a sample. */
    private static String orDash(String name) {
        return name.isEmpty() ? "-" : name;
    }

    private static Timings timings(Course course) {
        Map<Stage, Duration> spent = course.timings();
        return new Timings(
                millis(spent, Stage.DNS),
                millis(spent, Stage.CONNECT),
                millis(spent, Stage.GREETING),
                millis(spent, Stage.EHLO),
                millis(spent, Stage.STARTTLS),
                millis(spent, Stage.TLS),
                millis(spent, Stage.AUTH),
                millis(spent, Stage.MAIL),
                millis(spent, Stage.RCPT),
                millis(spent, Stage.DATA),
                millis(spent, Stage.ARRIVAL),
                millis(spent, Stage.RETRIEVAL),
                bounded(course.total()));
    }

    private static Optional<Long> millis(Map<Stage, Duration> spent, Stage stage) {
        return Optional.ofNullable(spent.get(stage)).map(SampleMapper::bounded);
    }

    private static long bounded(Duration time) {
        return Math.clamp(time.toMillis(), 0, LONGEST.toMillis());
    }
}
