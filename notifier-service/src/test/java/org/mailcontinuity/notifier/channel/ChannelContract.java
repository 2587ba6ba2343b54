package org.mailcontinuity.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.template.Facts;
import org.mailcontinuity.notifier.template.Wording;

/**
 * What every channel has to do, whatever it speaks. Its test implements this, with a real peer of its protocol from the
 * testbed, and says how that peer behaves.
 */
public interface ChannelContract {
    /** The channel, talking to a fake peer. */
    Channel channel();

    /** An address that the peer knows. */
    Address address();

    /** An address that no peer could know. */
    Address impossibleAddress();

    /** From now on the peer takes everything. */
    void peerAccepts();

    /** From now on the peer is there, but says "not now", in these words. */
    void peerPutsOff(String words);

    /**
     * From now on the peer says "not now", and when to come back.
     *
     * @return how long it wants to be left alone; empty if its protocol has no word for that
     */
    Optional<Duration> peerAsksToWait();

    /** From now on the peer says "never". */
    void peerRefuses();

    /** From now on the peer takes connections and says nothing. */
    void peerIsSilent();

    /** From now on the peer takes a message and cuts the line before it says so. */
    void peerTakesAndCuts();

    /** The ids under which the peer took messages. */
    List<String> idsTaken();

    static Outgoing outgoing(Address address) {
        UUID alert = UUID.randomUUID();
        Facts facts = new Facts.OfAlert(
                Optional.of(alert),
                "DOWN",
                List.of(new Facts.Affected("Main mail", "example.test", "INBOUND")),
                Instant.EPOCH,
                Optional.empty(),
                "mx1 refuses",
                Optional.empty());
        Wording wording = new Wording("[DOWN] example.test – ü", "text ü\n.\nafter a dot\n", "<p>html ü</p>");
        Optional<URI> link = Optional.of(URI.create("https://continuity.example/portal/x"));
        return new Outgoing(UUID.randomUUID(), alert, "FIRING", address, wording, facts, link);
    }

    @Test
    default void acceptedIsAcceptedUnderTheIdOfTheMessage() {
        peerAccepts();
        Outgoing outgoing = outgoing(address());
        assertThat(channel().send(outgoing).getLast().answer()).isInstanceOf(Attempt.Accepted.class);
        channel().send(outgoing);
        assertThat(idsTaken())
                .containsExactly(outgoing.id().toString(), outgoing.id().toString());
    }

    @Test
    default void notNowIsPutOff() {
        peerPutsOff("later");
        Attempt attempt = channel().send(outgoing(address())).getLast();
        assertThat(attempt.answer()).isInstanceOf(Attempt.PutOff.class);
        assertThat(attempt.answer().reply()).isNotBlank();
        assertThat(attempt.via()).isNotBlank();
    }

    @Test
    default void neverIsRefused() {
        peerRefuses();
        assertThat(channel().send(outgoing(address())).getLast().answer()).isInstanceOf(Attempt.Refused.class);
    }

    @Test
    default void silenceIsPutOffInTime() {
        peerIsSilent();
        Attempt attempt = channel().send(outgoing(address())).getLast();
        assertThat(attempt.answer()).isInstanceOf(Attempt.PutOff.class);
        assertThat(attempt.took()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    default void wishToBeLeftAloneIsHeard() {
        Optional<Duration> wish = peerAsksToWait();
        assumeThat(wish).isPresent();
        assertThat(channel().send(outgoing(address())).getLast().answer())
                .isInstanceOfSatisfying(
                        Attempt.PutOff.class,
                        putOff -> assertThat(putOff.retryAfter()).isEqualTo(wish));
    }

    /** Whether the message arrived is not known: it is sent again, and its id tells the receiver. */
    @Test
    default void takenWithoutAnAnswerIsPutOffAndComesAgainUnderTheSameId() {
        peerTakesAndCuts();
        Outgoing outgoing = outgoing(address());
        assertThat(channel().send(outgoing).getLast().answer()).isInstanceOf(Attempt.PutOff.class);
        peerAccepts();
        assertThat(channel().send(outgoing).getLast().answer()).isInstanceOf(Attempt.Accepted.class);
        assertThat(idsTaken()).isNotEmpty().containsOnly(outgoing.id().toString());
    }

    @Test
    default void hostileWordsOfThePeerStayWords() {
        peerPutsOff("wait \u001b[31m <script>alert(1)</script> {#each}{evil}{/each} " + "x".repeat(2000));
        Attempt.Answer answer = channel().send(outgoing(address())).getLast().answer();
        assertThat(answer).isInstanceOf(Attempt.PutOff.class);
        assertThat(answer.reply()).hasSizeLessThanOrEqualTo(512).doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    default void impossibleAddressIsRefusedWithoutAsking() {
        peerAccepts();
        assertThat(channel().send(outgoing(impossibleAddress())).getLast().answer())
                .isInstanceOfSatisfying(
                        Attempt.Refused.class,
                        refused -> assertThat(refused.badAddress()).isTrue());
        assertThat(idsTaken()).isEmpty();
    }
}
