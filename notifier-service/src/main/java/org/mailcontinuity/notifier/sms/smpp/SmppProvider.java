package org.mailcontinuity.notifier.sms.smpp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jsmpp.bean.BindType;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.sms.Rest;
import org.mailcontinuity.notifier.sms.Sms;
import org.mailcontinuity.notifier.sms.SmsHeard;
import org.mailcontinuity.notifier.sms.SmsProvider;
import org.mailcontinuity.notifier.sms.Submissions;

/**
 * Hands SMS to a message centre, segment by segment.
 *
 * <p>A centre that says that it is throttled or full is left alone for a while; whoever comes meanwhile is put off without
 * asking it.
 */
public final class SmppProvider implements SmsProvider {
    private final SmppSettings centre;
    private final Submissions submissions;
    private final SmppLink sending;
    private final Optional<SmppLink> receiving;
    private final Rest rest;

    /** @param heard told of each receipt and text; once it returns, the centre may forget it */
    public SmppProvider(
            SmppSettings centre,
            CredentialRepository credentials,
            Submissions submissions,
            Consumer<SmsHeard> heard,
            InstantSource clock,
            RandomGenerator random) {
        this.centre = centre;
        this.submissions = submissions;
        this.rest = new Rest(clock);
        SmppListener listener = new SmppListener(centre.name(), heard);
        BindType first = centre.separate() ? BindType.BIND_TX : BindType.BIND_TRX;
        this.sending = new SmppLink(centre, first, credentials, listener, random);
        this.receiving = centre.separate()
                ? Optional.of(new SmppLink(centre, BindType.BIND_RX, credentials, listener, random))
                : Optional.empty();
    }

    /** Connects, and stays connected until it is closed. */
    public SmppProvider start() {
        sending.start();
        receiving.ifPresent(SmppLink::start);
        return this;
    }

    @Override
    public String name() {
        return centre.name();
    }

    /** Whether all binds are up. */
    @Override
    public boolean up() {
        return sending.up() && receiving.map(SmppLink::up).orElse(true);
    }

    @Override
    public Attempt.Answer send(Sms sms) {
        Optional<Duration> resting = rest.left();
        if (resting.isPresent()) {
            return new Attempt.PutOff("the message centre asked to be left alone", resting);
        }
        Set<Integer> taken = submissions.taken(sms.id(), centre.name());
        StringBuilder ids = new StringBuilder();
        for (int segment = 0; segment < sms.text().segments(); segment++) {
            if (taken.contains(segment)) {
                continue;
            }
            SmppResult result = sending.submit(new SmppSegment(centre, sms, segment));
            if (!(result instanceof SmppResult.Taken(String id))) {
                return failed(result, sms, segment);
            }
            submissions.take(new Submissions.Submission(
                    sms.id(), centre.name(), segment, sms.text().segments(), sms.number(), id));
            ids.append(' ').append(id);
        }
        rest.end();
        return new Attempt.Accepted(
                "taken as" + ids, false, Optional.of(sms.id().toString()));
    }

    private Attempt.Answer failed(SmppResult result, Sms sms, int segment) {
        String which = sms.text().joined()
                ? "segment " + (segment + 1) + " of " + sms.text().segments() + ": "
                : "";
        return switch (result) {
            case SmppResult.Taken taken -> throw new IllegalStateException("taken is not failed");
            case SmppResult.Unsent(String why) -> Attempt.PutOff.because(which + why);
            case SmppResult.Unanswered(String why) -> Attempt.PutOff.because(which + why + " (it may have been taken)");
            case SmppResult.Refused(int status) -> {
                String words = which + SmppStatus.words(status);
                if (SmppStatus.busy(status)) {
                    yield new Attempt.PutOff(words, Optional.of(rest.begin(Optional.empty())));
                }
                yield centre.badNumber().contains(status)
                        ? Attempt.Refused.badAddress(words)
                        : Attempt.PutOff.because(words);
            }
        };
    }

    @Override
    public void close() {
        sending.close();
        receiving.ifPresent(SmppLink::close);
    }
}
