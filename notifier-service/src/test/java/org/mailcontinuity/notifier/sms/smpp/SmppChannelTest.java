package org.mailcontinuity.notifier.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.Channel;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.sms.Sms;
import org.mailcontinuity.notifier.sms.SmsChannel;
import org.mailcontinuity.notifier.sms.SmsText;
import org.mailcontinuity.testbed.smpp.CentreAnswer;
import org.mailcontinuity.testbed.smpp.ScriptedMessageCentre;

/** SMS over two message centres. */
class SmppChannelTest implements ChannelContract {
    @TempDir
    Path directory;

    private final ScriptedMessageCentre first = ScriptedMessageCentre.start(Centres.PASSWORD);
    private final ScriptedMessageCentre second = ScriptedMessageCentre.start(Centres.PASSWORD);
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Centres centres;

    @BeforeEach
    void open() {
        centres = new Centres(directory);
    }

    @AfterEach
    void close() {
        centres.close();
        first.close();
        second.close();
    }

    /** Each of the contract's channels is a replica of its own, which knows nothing of the others. */
    @Override
    public Channel channel() {
        Centres replica = new Centres(directory);
        SmppProvider one = replica.provider(Centres.settings("first", first.port(), 10, false));
        SmppProvider two = replica.provider(Centres.settings("second", second.port(), 10, false));
        SmsChannel channel = new SmsChannel(List.of(one, two), List.of(), 2, InstantSource.system());
        return new Channel() {
            @Override
            public String name() {
                return channel.name();
            }

            @Override
            public List<Attempt> send(Outgoing outgoing) {
                Sms sms = new Sms(outgoing.id(), "1", SmsText.of("x"));
                ids.put(sms.messageReference(), outgoing.id().toString());
                try (replica) {
                    return channel.send(outgoing);
                }
            }
        };
    }

    @Override
    public Address address() {
        return new Address("SMS", "+436641234567", Optional.empty());
    }

    @Override
    public Address impossibleAddress() {
        return new Address("SMS", "0664/12 34 567", Optional.empty());
    }

    @Override
    public void peerAccepts() {
        both(new CentreAnswer.Take());
    }

    @Override
    public void peerPutsOff(String words) {
        both(new CentreAnswer.Refuse(0x08));
    }

    @Override
    public Optional<Duration> peerAsksToWait() {
        both(new CentreAnswer.Refuse(0x58));
        return Optional.of(Duration.ofSeconds(1));
    }

    @Override
    public void peerRefuses() {
        both(new CentreAnswer.Refuse(0x0B));
    }

    @Override
    public void peerIsSilent() {
        both(new CentreAnswer.Silence());
    }

    @Override
    public void peerTakesAndCuts() {
        both(new CentreAnswer.TakeAndCut());
    }

    @Override
    public List<String> idsTaken() {
        return Stream.of(first, second)
                .flatMap(centre -> centre.messages().stream())
                .map(message -> ids.getOrDefault(message.reference(), "unknown"))
                .toList();
    }

    private void both(CentreAnswer answer) {
        first.answer(answer);
        second.answer(answer);
    }

    @Test
    void secondCentreTakesOverWhenTheFirstIsDown() {
        first.close();
        List<Attempt> attempts = channel().send(ChannelContract.outgoing(address()));
        assertThat(attempts).extracting(Attempt::via).containsExactly("first", "second");
        assertThat(attempts.getLast().answer()).isInstanceOf(Attempt.Accepted.class);
        assertThat(second.messagesTo("436641234567")).hasSize(1);
    }

    @Test
    void numberThatDoesNotExistIsNotAskedForTwice() {
        first.answer(new CentreAnswer.Refuse(0x0B));
        List<Attempt> attempts = channel().send(ChannelContract.outgoing(address()));
        assertThat(attempts).hasSize(1);
        assertThat(attempts.getLast().answer())
                .isEqualTo(Attempt.Refused.badAddress("0x0000000B invalid destination address"));
        assertThat(second.asked()).isZero();
    }

    @Test
    void withoutProvidersItIsPutOff() {
        SmsChannel none = new SmsChannel(List.of(), List.of(), 2, InstantSource.system());
        assertThat(none.send(ChannelContract.outgoing(address()))
                        .getLast()
                        .answer()
                        .reply())
                .isEqualTo("no SMS provider is configured");
    }
}
