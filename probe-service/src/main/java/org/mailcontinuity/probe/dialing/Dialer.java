package org.mailcontinuity.probe.dialing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.probe.dns.Answer;
import org.mailcontinuity.probe.dns.DnsClient;
import org.mailcontinuity.probe.guard.AddressGuard;
import org.mailcontinuity.probe.guard.HostLimits;
import org.mailcontinuity.probe.smtp.Conversation;
import org.mailcontinuity.probe.smtp.Deadline;
import org.mailcontinuity.probe.smtp.DialoguePlan;
import org.mailcontinuity.probe.smtp.SmtpClient;
import org.mailcontinuity.probe.smtp.SmtpTarget;
import org.mailcontinuity.probe.smtp.Transcript;

/**
 * Takes a dialogue to a route. The host is looked up once, every address is checked, and only addresses that were
 * checked are connected to. Blocks its caller; safe for many threads.
 */
public final class Dialer {
    private final DnsClient dns;
    private final AddressGuard guard;
    private final HostLimits hosts;
    private final SmtpClient smtp;
    private final InstantSource clock;

    public Dialer(DnsClient dns, AddressGuard guard, HostLimits hosts, SmtpClient smtp, InstantSource clock) {
        this.dns = dns;
        this.guard = guard;
        this.hosts = hosts;
        this.smtp = smtp;
        this.clock = clock;
    }

    /**
     * Looks up and talks, over {@code timeout} after it began at the latest, not counting the wait for a place.
     *
     * @return empty if no place at the host came free within {@code timeout}: there was no attempt
     */
    public Optional<Course> dial(Route route, DialoguePlan plan, Duration timeout, Transcript transcript) {
        Instant startedAt = clock.instant();
        Deadline deadline = Deadline.in(timeout);
        if (!guard.allowsPort(route.port())) {
            transcript.note("port " + route.port() + " is not allowed here");
            return Optional.of(notOurs(startedAt));
        }
        Answer<InetAddress> answer = dns.addresses(route.host(), deadline.left());
        Duration lookup = timeout.minus(deadline.left());
        return switch (answer) {
            case Answer.Found<InetAddress>(List<InetAddress> addresses) ->
                talk(new SmtpTarget(route.host(), route.port(), addresses), plan, timeout, lookup, transcript);
            case Answer.NoRecord<InetAddress>() -> {
                transcript.note(route.host() + " has no address");
                yield Optional.of(noAddress(startedAt, lookup, Fault.DNS_NXDOMAIN));
            }
            case Answer.Failed<InetAddress>(Fault fault) -> {
                transcript.note("looking up " + route.host() + ": " + fault);
                yield Optional.of(noAddress(startedAt, lookup, fault));
            }
        };
    }

    private Optional<Course> talk(
            SmtpTarget found, DialoguePlan plan, Duration timeout, Duration lookup, Transcript transcript) {
        List<InetAddress> allowed =
                found.addresses().stream().filter(guard::allows).toList();
        if (allowed.isEmpty()) {
            transcript.note("no address of " + found.host() + " is allowed here: " + found.addresses());
            return Optional.of(notOurs(clock.instant()));
        }
        SmtpTarget target = new SmtpTarget(found.host(), found.port(), allowed);
        Optional<HostLimits.Place> entered =
                hosts.enter(new InetSocketAddress(allowed.getFirst(), found.port()), timeout);
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        try (HostLimits.Place _ = entered.get()) {
            Instant startedAt = clock.instant().minus(lookup);
            Deadline deadline = Deadline.in(timeout.minus(lookup));
            Conversation conversation = smtp.converse(target, plan, deadline, transcript);
            return Optional.of(Course.of(startedAt, Map.of(Stage.DNS, lookup), conversation));
        }
    }

    private static Course noAddress(Instant startedAt, Duration lookup, Fault fault) {
        return Course.ended(startedAt, lookup, Outcome.FAILURE, Stage.DNS, Optional.of(fault));
    }

    /** Where the probe may not go it knows nothing. */
    private static Course notOurs(Instant startedAt) {
        return Course.ended(startedAt, Duration.ZERO, Outcome.INCONCLUSIVE, Stage.CONNECT, Optional.empty());
    }
}
