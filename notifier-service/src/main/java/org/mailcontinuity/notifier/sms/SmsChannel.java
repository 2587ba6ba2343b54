package org.mailcontinuity.notifier.sms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.template.Brief;

/**
 * Tells people by SMS.
 *
 * <ol>
 *   <li>The providers are asked in order; the first that takes the message ends it.
 *   <li>One that says that there is no such number ends it too.
 *   <li>One that cannot be reached, puts off, or refuses for a reason of its own is followed by the next.
 * </ol>
 *
 * <p>A provider that took the message, but whose answer was lost, is followed by the next as well: the message may come
 * twice then.
 */
public final class SmsChannel implements Channel {
    public static final String NAME = "SMS";
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private static final Logger LOG = Logger.getLogger(SmsChannel.class);

    private final List<SmsProvider> providers;
    private final List<AutoCloseable> listeners;
    private final int segments;
    private final InstantSource clock;

    /**
     * @param providers in the order in which they are asked
     * @param listeners what else has to be closed with the channel
     * @param segments how many a message shall have at most
     */
    public SmsChannel(List<SmsProvider> providers, List<AutoCloseable> listeners, int segments, InstantSource clock) {
        this.providers = List.copyOf(providers);
        this.listeners = List.copyOf(listeners);
        this.segments = segments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Attempt> send(Outgoing outgoing) {
        return send(
                outgoing.id(), outgoing.address().value(), outgoing.wording().brief());
    }

    /**
     * Sends a text once.
     *
     * @param id the same each time this is sent
     * @param number in E.164 form
     */
    public List<Attempt> send(UUID id, String number, Brief brief) {
        if (!E164.matcher(number).matches()) {
            return own(Attempt.Refused.badAddress("not a phone number in E.164 form, such as +436641234567"));
        }
        if (providers.isEmpty()) {
            return own(Attempt.PutOff.because("no SMS provider is configured"));
        }
        Sms sms = new Sms(id, number.substring(1), SmsFit.fit(brief, segments));
        List<Attempt> attempts = new ArrayList<>();
        for (SmsProvider provider : providers) {
            Instant start = clock.instant();
            Attempt.Answer answer = provider.send(sms);
            attempts.add(Attempt.since(start, clock.instant(), provider.name(), answer));
            if (ends(answer)) {
                return attempts;
            }
        }
        // Refused only if all of them refused, else put off, which the last attempt has to say.
        attempts.sort(Comparator.comparing(attempt -> attempt.answer() instanceof Attempt.PutOff));
        return List.copyOf(attempts);
    }

    List<SmsProvider> providers() {
        return providers;
    }

    /** Stops listening to the providers. */
    void close() {
        Stream.concat(listeners.stream(), providers.stream()).forEach(SmsChannel::close);
    }

    private static void close(AutoCloseable peer) {
        try {
            peer.close();
        } catch (Exception e) {
            LOG.warnf("provider does not close cause=%s", e.getMessage());
        }
    }

    private static boolean ends(Attempt.Answer answer) {
        return switch (answer) {
            case Attempt.Accepted accepted -> true;
            case Attempt.Refused refused -> refused.badAddress();
            case Attempt.PutOff putOff -> false;
        };
    }

    private List<Attempt> own(Attempt.Answer answer) {
        Instant now = clock.instant();
        return List.of(Attempt.since(now, now, "notifier", answer));
    }
}
