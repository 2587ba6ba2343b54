package org.mailcontinuity.probe.vantage;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.vantage.VantageState;
import org.mailcontinuity.probe.dns.Answer;
import org.mailcontinuity.probe.dns.DnsClient;
import org.mailcontinuity.probe.smtp.Conversation;
import org.mailcontinuity.probe.smtp.Deadline;
import org.mailcontinuity.probe.smtp.DialoguePlan;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.SmtpTarget;
import org.mailcontinuity.probe.smtp.Transcript;

/**
 * Looks at the control targets: connects, reads the greeting, takes leave. Any greeting will do, for it comes from
 * outside.
 *
 * <ol>
 *   <li>Each target once an interval, the targets spread over it.
 *   <li>At once where a check failed without an answer and no look since it began says how things stand: one target,
 *       another each time, and the rest only where that one does not answer. A vantage that lost its network is so
 *       known at its first failure, while a sound one costs its targets one short call.
 *   <li>Every few seconds while no target answers, so that a vantage sees again as soon as it can.
 * </ol>
 *
 * Never more often than each {@value #BREATH_SECONDS} s out of turn. Safe for many threads.
 */
public final class SelfCheck {
    private static final Logger LOG = Logger.getLogger(SelfCheck.class);
    private static final int BREATH_SECONDS = 5;
    private static final Duration BREATH = Duration.ofSeconds(BREATH_SECONDS);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final List<ControlTarget> targets;
    private final Sight sight;
    private final ExecutorService threads;
    private final Greeting greeting;
    private final InstantSource clock;
    private final ReentrantLock outOfTurn = new ReentrantLock();
    private Instant lastOutOfTurn = Instant.MIN;
    private int next;

    /** How a target is asked. */
    public record Greeting(DnsClient dns, SmtpClient smtp, String ehloName) {}

    public SelfCheck(
            List<ControlTarget> targets, Sight sight, ExecutorService threads, Greeting greeting, InstantSource clock) {
        this.targets = List.copyOf(targets);
        this.sight = sight;
        this.threads = threads;
        this.greeting = greeting;
        this.clock = clock;
    }

    /** Looks at every target now and then again each {@code interval}. */
    public void start(ScheduledExecutorService timer, Duration interval) {
        long step = interval.toMillis() / Math.max(1, targets.size());
        for (int i = 0; i < targets.size(); i++) {
            ControlTarget target = targets.get(i);
            threads.execute(() -> look(target));
            timer.scheduleAtFixedRate(
                    () -> threads.execute(() -> look(target)),
                    interval.toMillis() + i * step,
                    interval.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        timer.scheduleAtFixedRate(
                () -> threads.execute(this::lookWhileBlind), BREATH_SECONDS, BREATH_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * What is wrong with the worker itself, if anything, by looks that began at {@code since} or later where they may
     * be had. Blocks until they are, {@link #LONGEST_LOOK} twice at most, mostly milliseconds.
     */
    public Optional<Fault> ownFaultSince(Instant since) throws InterruptedException {
        if (!targets.isEmpty() && !sight.tellsSince(since)) {
            outOfTurn.lockInterruptibly();
            try {
                if (!sight.tellsSince(since)) {
                    lookOutOfTurn();
                }
            } finally {
                outOfTurn.unlock();
            }
        }
        return sight.ownFault();
    }

    private void lookWhileBlind() {
        if (sight.ownFault().isEmpty() || !outOfTurn.tryLock()) {
            return;
        }
        try {
            lookOutOfTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            outOfTurn.unlock();
        }
    }

    private void lookOutOfTurn() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(lastOutOfTurn.plus(BREATH))) {
            return;
        }
        ControlTarget first = targets.get(next++ % targets.size());
        look(first);
        if (!sight.tellsSince(now)) {
            List<Future<?>> others = new ArrayList<>();
            targets.stream()
                    .filter(target -> !target.equals(first))
                    .forEach(target -> others.add(threads.submit(() -> look(target))));
            for (Future<?> other : others) {
                await(other);
            }
        }
        lastOutOfTurn = clock.instant();
    }

    private static void await(Future<?> look) throws InterruptedException {
        try {
            look.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look must not fail but end", e.getCause());
        }
    }

    void look(ControlTarget target) {
        VantageState before = sight.state();
        Instant begunAt = clock.instant();
        sight.looked(new Sight.Look(target, answers(target), begunAt, clock.instant()));
        VantageState after = sight.state();
        if (before != after) {
            LOG.infof("sight changed from=%s to=%s", before, after);
        }
    }

    private boolean answers(ControlTarget target) {
        Deadline deadline = Deadline.in(LONGEST_LOOK);
        if (!(greeting.dns().addresses(target.host(), deadline.left())
                instanceof Answer.Found<InetAddress>(List<InetAddress> addresses))) {
            return false;
        }
        Conversation conversation = greeting.smtp()
                .converse(
                        new SmtpTarget(target.host(), target.port(), addresses),
                        DialoguePlan.greetingOnly(greeting.ehloName()),
                        deadline,
                        Transcript.silent());
        boolean greeted = conversation.ending().outcome() == Outcome.SUCCESS;
        return greeted || conversation.ending().reply().isPresent();
    }
}
