package org.mailcontinuity.notifier.channel.email;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.Outgoing;

/**
 * Email through the relays given.
 *
 * <ol>
 *   <li>The relays are asked in order; the first that accepts ends it.
 *   <li>One that refuses the recipient ends it too: no relay can mend a mailbox that is not there.
 *   <li>One that cannot be reached, puts off, or refuses for a reason of its own (no authentication, no relaying) is
 *       followed by the next.
 * </ol>
 *
 * <p>A relay that took the message, but whose answer was lost, is followed by the next as well: the message may come
 * twice then, with one Message-ID.
 */
public final class EmailChannel implements Channel {
    public static final String NAME = "EMAIL";

    private final List<Way> ways;
    private final EmailMapper emails;
    private final InstantSource clock;

    /** @param ways in the order in which they are asked */
    public EmailChannel(List<? extends Way> ways, EmailMapper emails, InstantSource clock) {
        this.ways = List.copyOf(ways);
        this.emails = emails;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Attempt> send(Outgoing outgoing) {
        Email email;
        try {
            email = emails.compose(outgoing, clock.instant());
        } catch (IllegalArgumentException e) {
            return List.of(
                    attempt("notifier", clock.instant(), Attempt.Refused.badAddress(String.valueOf(e.getMessage()))));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Way way : ways) {
            Instant start = clock.instant();
            RelayAnswer answer = way.send(email);
            attempts.add(attempt(way.label(), start, answer.answer()));
            if (answer.ends()) {
                return attempts;
            }
        }
        return verdict(attempts);
    }

    /** No relay ended it: refused only if all of them refused, else put off, which the last attempt has to say. */
    private List<Attempt> verdict(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return List.of(
                    attempt("notifier", clock.instant(), Attempt.PutOff.because("no email relay is configured")));
        }
        List<Attempt> ordered = new ArrayList<>(attempts);
        ordered.sort(Comparator.comparing(attempt -> attempt.answer() instanceof Attempt.PutOff));
        return ordered;
    }

    private Attempt attempt(String via, Instant start, Attempt.Answer answer) {
        return Attempt.since(start, clock.instant(), via, answer);
    }
}
