package org.mailcontinuity.probe.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.contracts.monitor.Outbound;
import org.mailcontinuity.contracts.monitor.Submission;
import org.mailcontinuity.contracts.monitor.SubmissionSecurity;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.probe.arrival.ArrivalBook;
import org.mailcontinuity.probe.arrival.Token;
import org.mailcontinuity.probe.arrival.TokenSeal;
import org.mailcontinuity.probe.credential.CredentialFolder;
import org.mailcontinuity.probe.dialing.Course;
import org.mailcontinuity.probe.dialing.Dialer;
import org.mailcontinuity.probe.sample.Measurement;
import org.mailcontinuity.probe.sample.Round;
import org.mailcontinuity.probe.smtp.DialoguePlan;
import org.mailcontinuity.probe.smtp.Login;
import org.mailcontinuity.probe.smtp.ProbeMessage;
import org.mailcontinuity.probe.smtp.Reach;
import org.mailcontinuity.probe.smtp.TlsUse;
import org.mailcontinuity.probe.smtp.Transcript;

/**
 * Submits a test message as a user's mail client would, and waits for it at the probe's receiver.
 *
 * <ol>
 *   <li>Not taken by the submission server: FAILURE at the stage where it stopped.
 *   <li>Arrived within the latency limit: SUCCESS.
 *   <li>Arrived within the limit and once more as long, at most a minute: IMPAIRED, LATE.
 *   <li>Not arrived by then: FAILURE, NOT_ARRIVED.
 *   <li>No receiver, or no such credential here: INCONCLUSIVE, for that is the probe's own lack.
 * </ol>
 *
 * Blocks its caller; safe for many threads.
 */
public final class OutboundCheck {
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(1);

    private final Dialer dialer;
    private final CredentialFolder credentials;
    private final Optional<Return> wayBack;
    private final String ehloName;
    private final InstantSource clock;

    /** The way back of a test message. */
    public record Return(String domain, TokenSeal seal, ArrivalBook book) {}

    public OutboundCheck(
            Dialer dialer,
            CredentialFolder credentials,
            Optional<Return> wayBack,
            String ehloName,
            InstantSource clock) {
        this.dialer = dialer;
        this.credentials = credentials;
        this.wayBack = wayBack;
        this.ehloName = ehloName;
        this.clock = clock;
    }

    /**
     * @param submitted run when no connection is held any more and only the arrival is waited for
     * @return empty if the submission server was too busy with other checks of ours
     */
    public Optional<Measurement> run(Round round, Outbound outbound, Transcript transcript, Runnable submitted)
            throws InterruptedException {
        Submission submission = outbound.submission();
        Route route = Route.of(submission.host(), submission.port());
        Optional<Login> login = submission.credential().flatMap(this::login);
        if (wayBack.isEmpty()) {
            transcript.note("this probe has no receiver: no domain or no token key is configured");
            return Optional.of(measured(route, notOurs(Stage.ARRIVAL), transcript));
        }
        if (submission.credential().isPresent() && login.isEmpty()) {
            transcript.note(
                    "this probe has no credential " + submission.credential().get());
            return Optional.of(measured(route, notOurs(Stage.AUTH), transcript));
        }
        return new Journey(round, outbound, route, wayBack.get(), transcript)
                .travel(login, submitted)
                .map(course -> measured(route, course, transcript));
    }

    private Optional<Login> login(String credential) {
        return credentials.find(credential).map(found -> new Login(found.username(), found.password()));
    }

    private Course notOurs(Stage stage) {
        return Course.ended(clock.instant(), Duration.ZERO, Outcome.INCONCLUSIVE, stage, Optional.empty());
    }

    private static Measurement measured(Route route, Course course, Transcript transcript) {
        return new Measurement(
                Direction.OUTBOUND, Check.OUTBOUND_DELIVERY, Optional.of(route), course, transcript.lines());
    }

    /** One test message's way. */
    private final class Journey {
        private final Outbound outbound;
        private final Route route;
        private final Duration timeout;
        private final Return way;
        private final Token token;
        private final Transcript transcript;

        Journey(Round round, Outbound outbound, Route route, Return way, Transcript transcript) {
            UUID sampleId = round.sampleId(Check.OUTBOUND_DELIVERY, Optional.of(route));
            this.outbound = outbound;
            this.route = route;
            this.timeout = round.definition().schedule().timeout();
            this.way = way;
            this.token = new Token(round.definition().monitorId(), sampleId, Instant.ofEpochMilli(clock.millis()));
            this.transcript = transcript;
        }

        Optional<Course> travel(Optional<Login> login, Runnable submitted) throws InterruptedException {
            CompletableFuture<Arrival> arrival = way.book().expect(token.monitorId(), token.sampleId());
            try {
                Optional<Course> submission = dialer.dial(route, plan(login), timeout, transcript);
                submitted.run();
                if (submission.isEmpty() || !submission.get().gotThrough()) {
                    return submission;
                }
                return Optional.of(arrived(submission.get(), arrival));
            } finally {
                way.book().forget(token.sampleId());
            }
        }

        private DialoguePlan plan(Optional<Login> login) {
            String recipient = way.seal().localPart(token) + "@" + way.domain();
            ProbeMessage message = new ProbeMessage(
                    token.sampleId(),
                    outbound.sender(),
                    recipient,
                    token.sentAt(),
                    Optional.of(
                            new ProbeMessage.Field(TokenSeal.HEADER, way.seal().header(token))));
            return new DialoguePlan(
                    DialoguePlan.Purpose.SUBMISSION,
                    ehloName,
                    tls(outbound.submission().security()),
                    login,
                    Reach.MESSAGE,
                    outbound.sender(),
                    recipient,
                    message.content());
        }

        private Course arrived(Course submission, CompletableFuture<Arrival> arrival) throws InterruptedException {
            Duration limit = outbound.latencyLimit();
            Duration grace = limit.compareTo(LONGEST_GRACE) < 0 ? limit : LONGEST_GRACE;
            Instant lastMoment = token.sentAt().plus(limit).plus(grace);
            Duration patience = Duration.between(clock.instant(), lastMoment);
            try {
                Arrival came = arrival.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
                Duration latency = Duration.between(token.sentAt(), came.receivedAt());
                transcript.note("arrived after " + latency.toMillis() + " ms by "
                        + came.hops().size() + " hops");
                return latency.compareTo(limit) <= 0
                        ? ended(submission, Outcome.SUCCESS, Optional.empty(), latency)
                        : ended(submission, Outcome.IMPAIRED, Optional.of(Fault.LATE), latency);
            } catch (TimeoutException e) {
                transcript.note("not arrived within " + limit.plus(grace));
                Duration waited = Duration.between(token.sentAt(), clock.instant());
                return ended(submission, Outcome.FAILURE, Optional.of(Fault.NOT_ARRIVED), waited);
            } catch (ExecutionException e) {
                throw new IllegalStateException("an arrival never fails", e);
            }
        }

        private Course ended(Course submission, Outcome outcome, Optional<Fault> fault, Duration sinceSent) {
            Map<Stage, Duration> timings = new EnumMap<>(submission.timings());
            Duration waited = sinceSent.minus(submission.total());
            timings.put(Stage.ARRIVAL, waited.isNegative() ? Duration.ZERO : waited);
            Duration total = sinceSent.compareTo(submission.total()) < 0 ? submission.total() : sinceSent;
            return new Course(
                    submission.startedAt(),
                    clock.instant(),
                    outcome,
                    Stage.ARRIVAL,
                    fault,
                    submission.reply(),
                    submission.certificate(),
                    timings,
                    total);
        }
    }

    private static TlsUse tls(SubmissionSecurity security) {
        return switch (security) {
            case STARTTLS, UNKNOWN -> TlsUse.REQUIRED;
            case TLS -> TlsUse.IMPLICIT;
            case NONE -> TlsUse.NONE;
        };
    }
}
