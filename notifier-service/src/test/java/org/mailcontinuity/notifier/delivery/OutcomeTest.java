package org.mailcontinuity.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.contact.Address;

class OutcomeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(24));
    private static final DeliveryKey KEY = new DeliveryKey(
            UUID.randomUUID(),
            1,
            Notice.FIRING,
            0,
            UUID.randomUUID(),
            new Address("EMAIL", "ada@people.test", Optional.empty()),
            0);
    private static final Attempt.Answer PUT_OFF = Attempt.PutOff.because("451 later");

    @Test
    void acceptedIsSentOrConfirmedAndSurprisesNobody() {
        assertThat(after(pending(NOW), new Attempt.Accepted("250 ok", false)).progress())
                .isEqualTo(new Progress.Sent(NOW));
        Outcome confirmed = after(pending(NOW), new Attempt.Accepted("200", true));
        assertThat(confirmed.progress()).isEqualTo(new Progress.Confirmed(NOW));
        assertThat(confirmed.surprises(pending(NOW))).isFalse();
    }

    @Test
    void refusedIsTheEnd() {
        Outcome outcome = after(pending(NOW), Attempt.Refused.badAddress("550 no"));
        assertThat(outcome.progress()).isEqualTo(new Progress.Failed(NOW, Progress.Failure.REFUSED));
        assertThat(outcome.next()).isEmpty();
        assertThat(outcome.surprises(pending(NOW))).isTrue();
    }

    @Test
    void putOffKeepsTheTimeOfTheFirstTrouble() {
        Outcome first = after(pending(NOW), PUT_OFF);
        assertThat(first.progress()).isEqualTo(new Progress.Pending(Optional.of(NOW)));
        Instant before = NOW.minusSeconds(30);
        Delivery troubled = new Delivery(KEY, before, new Progress.Pending(Optional.of(before)));
        assertThat(after(troubled, PUT_OFF).progress()).isEqualTo(new Progress.Pending(Optional.of(before)));
    }

    @Test
    void putOffForADayIsGivenUp() {
        assertThat(after(pending(NOW.minus(Duration.ofHours(24))), PUT_OFF).progress())
                .isEqualTo(new Progress.Failed(NOW, Progress.Failure.GAVE_UP));
    }

    @Test
    void givenUpMeanwhileStaysSoUnlessItWasAccepted() {
        Progress superseded = new Progress.Failed(NOW, Progress.Failure.SUPERSEDED);
        Delivery given = new Delivery(KEY, NOW, superseded);
        assertThat(after(given, PUT_OFF).progress()).isEqualTo(superseded);
        Outcome accepted = after(given, new Attempt.Accepted("250 ok", false));
        assertThat(accepted.progress()).isEqualTo(new Progress.Sent(NOW));
        assertThat(accepted.surprises(given)).isTrue();
    }

    @Test
    void pausesDoubleWithJitterUpToTheLongest() {
        Random random = new Random(1);
        long[] seconds = {2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
        for (int tries = 1; tries <= seconds.length; tries++) {
            Instant next =
                    POLICY.next(tries, NOW, NOW, Optional.empty(), random).orElseThrow();
            long millis = seconds[tries - 1] * 1000;
            assertThat(Duration.between(NOW, next).toMillis()).isBetween(millis * 3 / 4, millis * 5 / 4);
        }
    }

    @Test
    void wishOfTheProviderIsNotUndercutButBounded() {
        assertThat(POLICY.next(1, NOW, NOW, Optional.of(Duration.ofMinutes(10)), new Random(1)))
                .contains(NOW.plus(Duration.ofMinutes(10)));
        assertThat(POLICY.next(1, NOW, NOW, Optional.of(Duration.ofDays(10)), new Random(1)))
                .contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void idsFollowFromWhatIsToldToWhomAndIgnoreTheCredential() {
        Address address = new Address("EMAIL", "ada@people.test", Optional.of("other"));
        DeliveryKey same = new DeliveryKey(KEY.subjectId(), 1, Notice.FIRING, 0, KEY.contactId(), address, 0);
        DeliveryKey next = new DeliveryKey(KEY.subjectId(), 1, Notice.FIRING, 0, KEY.contactId(), address, 1);
        assertThat(same.id()).isEqualTo(KEY.id());
        assertThat(next.id()).isNotEqualTo(KEY.id());
    }

    private static Delivery pending(Instant plannedAt) {
        return new Delivery(KEY, plannedAt, new Progress.Pending(Optional.empty()));
    }

    private static Outcome after(Delivery before, Attempt.Answer answer) {
        return Outcome.of(before, answer, 1, NOW, POLICY, new Random(1));
    }
}
