package org.mailcontinuity.probe.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.mailcontinuity.contracts.monitor.Depth;
import org.mailcontinuity.contracts.monitor.Inbound;
import org.mailcontinuity.contracts.monitor.TlsPolicy;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.probe.dialing.Course;
import org.mailcontinuity.probe.dialing.Dialer;
import org.mailcontinuity.probe.dns.MailRoutes;
import org.mailcontinuity.probe.dns.RouteFinder;
import org.mailcontinuity.probe.sample.Measurement;
import org.mailcontinuity.probe.sample.Round;
import org.mailcontinuity.probe.smtp.DialoguePlan;
import org.mailcontinuity.probe.smtp.ProbeMessage;
import org.mailcontinuity.probe.smtp.Reach;
import org.mailcontinuity.probe.smtp.TlsUse;
import org.mailcontinuity.probe.smtp.Transcript;

/**
 * Talks to every route of a domain at the same time, one measurement each. Where DNS does not tell the routes, each
 * that was last known fails at stage DNS, because nobody else gets there either; where none is known there is one
 * measurement of check DNS without a route. Blocks its caller; safe for many threads.
 */
public final class InboundCheck {
    private final RouteFinder routes;
    private final Dialer dialer;
    private final Identity identity;
    private final TokenFields tokens;
    private final ExecutorService threads;
    private final InstantSource clock;

    public InboundCheck(
            RouteFinder routes,
            Dialer dialer,
            Identity identity,
            TokenFields tokens,
            ExecutorService threads,
            InstantSource clock) {
        this.routes = routes;
        this.dialer = dialer;
        this.identity = identity;
        this.tokens = tokens;
        this.threads = threads;
        this.clock = clock;
    }

    /** Makes the header field that marks a probe's own message; empty where no key is configured. */
    @FunctionalInterface
    public interface TokenFields {
        Optional<ProbeMessage.Field> of(UUID monitorId, UUID sampleId, Instant sentAt);
    }

    /** One measurement a route; fewer where a host was too busy with other checks of ours to take this one. */
    public List<Measurement> run(Round round, Inbound inbound, Supplier<Transcript> transcripts)
            throws InterruptedException {
        Duration timeout = round.definition().schedule().timeout();
        if (!inbound.mx()) {
            return new Dialogues(round, inbound, timeout, transcripts).over(inbound.routes());
        }
        Instant startedAt = clock.instant();
        long begun = System.nanoTime();
        String domain = round.definition().domain();
        MailRoutes found = routes.routesOf(domain, timeout);
        Duration spent = Duration.ofNanos(System.nanoTime() - begun);
        return switch (found) {
            case MailRoutes.Known(List<Route> known) ->
                new Dialogues(round, inbound, timeout.minus(spent), transcripts).over(known);
            case MailRoutes.Unknown(Fault fault, List<Route> lastKnown) -> {
                Course course = Course.ended(startedAt, spent, Outcome.FAILURE, Stage.DNS, Optional.of(fault));
                Transcript transcript = transcripts.get();
                transcript.note("MX of " + domain + ": " + fault);
                yield withoutRoutes(course, lastKnown, transcript);
            }
        };
    }

    private static List<Measurement> withoutRoutes(Course course, List<Route> lastKnown, Transcript transcript) {
        if (lastKnown.isEmpty()) {
            return List.of(new Measurement(Direction.INBOUND, Check.DNS, Optional.empty(), course, transcript.lines()));
        }
        return lastKnown.stream()
                .map(route -> new Measurement(
                        Direction.INBOUND, Check.SMTP_ROUTE, Optional.of(route), course, transcript.lines()))
                .toList();
    }

    /** The dialogues of one round. */
    private final class Dialogues {
        private final Round round;
        private final Inbound inbound;
        private final Duration timeout;
        private final Supplier<Transcript> transcripts;

        Dialogues(Round round, Inbound inbound, Duration timeout, Supplier<Transcript> transcripts) {
            this.round = round;
            this.inbound = inbound;
            this.timeout = timeout;
            this.transcripts = transcripts;
        }

        List<Measurement> over(List<Route> all) throws InterruptedException {
            if (all.size() == 1) {
                return over(all.getFirst()).stream().toList();
            }
            List<Future<Optional<Measurement>>> dialogues =
                    all.stream().map(route -> threads.submit(() -> over(route))).toList();
            List<Measurement> measurements = new ArrayList<>();
            for (Future<Optional<Measurement>> dialogue : dialogues) {
                measurements.addAll(resultOf(dialogue).stream().toList());
            }
            return measurements;
        }

        private Optional<Measurement> over(Route route) {
            Transcript transcript = transcripts.get();
            return dialer.dial(route, plan(route), timeout, transcript)
                    .map(course -> new Measurement(
                            Direction.INBOUND, Check.SMTP_ROUTE, Optional.of(route), course, transcript.lines()));
        }

        private DialoguePlan plan(Route route) {
            Reach reach = reach(inbound.depth());
            return new DialoguePlan(
                    DialoguePlan.Purpose.DELIVERY,
                    identity.ehloName(),
                    tls(inbound.tls()),
                    Optional.empty(),
                    reach,
                    identity.sender(),
                    inbound.recipient(),
                    reach == Reach.MESSAGE ? message(route) : "");
        }

        private String message(Route route) {
            UUID sampleId = round.sampleId(Check.SMTP_ROUTE, Optional.of(route));
            Instant now = clock.instant();
            Optional<ProbeMessage.Field> token = tokens.of(round.definition().monitorId(), sampleId, now);
            return new ProbeMessage(sampleId, identity.sender(), inbound.recipient(), now, token).content();
        }
    }

    private static Optional<Measurement> resultOf(Future<Optional<Measurement>> dialogue) throws InterruptedException {
        try {
            return dialogue.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a dialogue must not fail but end", e.getCause());
        }
    }

    /** MAILBOX sends a message too; fetching it back is a check of its own. */
    private static Reach reach(Depth depth) {
        return switch (depth) {
            case RECIPIENT, UNKNOWN -> Reach.RECIPIENT;
            case MESSAGE, MAILBOX -> Reach.MESSAGE;
        };
    }

    private static TlsUse tls(TlsPolicy policy) {
        return switch (policy) {
            case REQUIRED -> TlsUse.REQUIRED;
            case OPPORTUNISTIC, UNKNOWN -> TlsUse.OPPORTUNISTIC;
            case NONE -> TlsUse.NONE;
        };
    }
}
