package org.mailcontinuity.probe.vantage;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
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
 * Looks at each control target once an interval, the targets spread over it: connects, reads the greeting, takes leave.
 * Any greeting will do, for it comes from outside.
 */
public final class SelfCheck {
    private static final Logger LOG = Logger.getLogger(SelfCheck.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private final List<ControlTarget> targets;
    private final Sight sight;
    private final DnsClient dns;
    private final SmtpClient smtp;
    private final String ehloName;
    private final InstantSource clock;

    public SelfCheck(
            List<ControlTarget> targets,
            Sight sight,
            DnsClient dns,
            SmtpClient smtp,
            String ehloName,
            InstantSource clock) {
        this.targets = List.copyOf(targets);
        this.sight = sight;
        this.dns = dns;
        this.smtp = smtp;
        this.ehloName = ehloName;
        this.clock = clock;
    }

    /** Looks at every target now and then again each {@code interval}. */
    public void start(ScheduledExecutorService timer, ExecutorService threads, Duration interval) {
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
    }

    void look(ControlTarget target) {
        VantageState before = sight.state();
        sight.looked(new Sight.Look(target, answers(target), clock.instant()));
        VantageState after = sight.state();
        if (before != after) {
            LOG.infof("sight changed from=%s to=%s", before, after);
        }
    }

    private boolean answers(ControlTarget target) {
        Deadline deadline = Deadline.in(LONGEST_LOOK);
        if (!(dns.addresses(target.host(), deadline.left())
                instanceof Answer.Found<InetAddress>(List<InetAddress> addresses))) {
            return false;
        }
        Conversation conversation = smtp.converse(
                new SmtpTarget(target.host(), target.port(), addresses),
                DialoguePlan.greetingOnly(ehloName),
                deadline,
                Transcript.silent());
        boolean greeted = conversation.ending().outcome() == Outcome.SUCCESS;
        return greeted || conversation.ending().reply().isPresent();
    }
}
