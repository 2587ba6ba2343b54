package org.mailcontinuity.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.alert.AlertSituation.Attention;
import org.mailcontinuity.notifier.alert.AlertSituation.Step;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.notifier.delivery.Delivery;
import org.mailcontinuity.notifier.delivery.DeliveryKey;
import org.mailcontinuity.notifier.delivery.Notice;
import org.mailcontinuity.notifier.delivery.Progress;
import org.mailcontinuity.notifier.delivery.Recipient;

class EscalationTest {
    private static final Instant T0 = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID ALERT = UUID.randomUUID();
    private static final Address ADA = new Address("EMAIL", "ada@people.test", Optional.empty());
    private static final Address BOB = new Address("EMAIL", "bob@people.test", Optional.empty());
    private static final Recipient.Known ADA_ALONE = new Recipient.Known(UUID.randomUUID(), List.of(ADA));
    private static final Recipient.Known BOB_ALONE = new Recipient.Known(UUID.randomUUID(), List.of(BOB));

    private final Escalation escalation = new Escalation(Duration.ofMinutes(1), Set.of("PAGERDUTY"));
    private final List<Delivery> deliveries = new ArrayList<>();
    private int episode = 1;
    private List<Step> steps = List.of(step(0, ADA_ALONE), step(15, BOB_ALONE));

    @Test
    void tellsTheFirstStepAtOnceAndLooksAgainWhenTheSecondIsDue() {
        Decision decision = decide(new Attention.Wanted(), 0);
        assertThat(decision.due()).extracting(DeliveryKey::address).containsExactly(ADA);
        assertThat(decision.lookAgain()).contains(minute(15));
    }

    @Test
    void whoIsNotToBeDisturbedIsToldWhenThatIsOverAndHoldsNobodyUp() {
        Recipient.Known asleep =
                new Recipient.Known(ADA_ALONE.contactId(), ADA_ALONE.addresses(), Optional.of(minute(10)));
        steps = List.of(step(0, asleep), step(15, BOB_ALONE));
        Decision night = decide(new Attention.Wanted(), 0);
        assertThat(night.due()).isEmpty();
        assertThat(night.unreachable()).isEmpty();
        assertThat(night.lookAgain()).contains(minute(10));
        steps = List.of(step(0, ADA_ALONE), step(15, BOB_ALONE));
        assertThat(decide(new Attention.Wanted(), 10).due())
                .extracting(DeliveryKey::address)
                .containsExactly(ADA);
    }

    @Test
    void resolutionWaitsForTheEndOfQuietHours() {
        put(decide(new Attention.Wanted(), 0).due().getFirst(), 0, new Progress.Sent(minute(0)));
        steps = List.of(
                step(0, new Recipient.Known(ADA_ALONE.contactId(), ADA_ALONE.addresses(), Optional.of(minute(30)))));
        assertThat(decide(new Attention.Over(), 5).due()).isEmpty();
        assertThat(decide(new Attention.Over(), 5).lookAgain()).contains(minute(30));
        assertThat(decide(new Attention.Over(), 30).due())
                .extracting(DeliveryKey::notice)
                .containsExactly(Notice.RESOLVED);
    }

    @Test
    void systemsOfIncidentsAreToldThatSomebodyHasTakenIt() {
        Address pager = new Address("PAGERDUTY", "https://events.pagerduty.test", Optional.of("pd"));
        steps = List.of(step(0, ADA_ALONE), step(0, new Recipient.Known(UUID.randomUUID(), List.of(pager))));
        decide(new Attention.Wanted(), 0).due().forEach(key -> put(key, 0, new Progress.Confirmed(minute(0))));
        assertThat(decide(new Attention.Taken(), 5).due())
                .extracting(DeliveryKey::notice, DeliveryKey::address)
                .containsExactly(tuple(Notice.ACKNOWLEDGED, pager));
    }

    @Test
    void clockPutBackDoesNotUndoWhatHasBegun() {
        put(
                decide(new Attention.Wanted(), 0).due().getFirst(),
                0,
                new Progress.Failed(minute(0), Progress.Failure.REFUSED));
        Decision hourBefore = decide(new Attention.Wanted(), -60);
        assertThat(hourBefore.due()).extracting(DeliveryKey::address).containsExactly(BOB);
    }

    @Test
    void climbsAndRepeatsByTheWallClock() {
        List<String> told = new ArrayList<>();
        for (int minute = 0; minute <= 75; minute += 5) {
            for (DeliveryKey key : decide(new Attention.Wanted(), minute).due()) {
                told.add(minute + " " + key.address().value() + " " + key.round());
                put(key, minute, new Progress.Sent(minute(minute)));
            }
        }
        assertThat(told)
                .containsExactly(
                        "0 ada@people.test 0",
                        "15 bob@people.test 0",
                        "30 ada@people.test 1",
                        "45 bob@people.test 1",
                        "60 ada@people.test 2",
                        "75 bob@people.test 2");
    }

    @Test
    void ofMissedRoundsOnlyTheLastIsTold() {
        tell(0);
        assertThat(decide(new Attention.Wanted(), 100).due())
                .extracting(DeliveryKey::address, DeliveryKey::round)
                .containsExactly(tuple(ADA, 3), tuple(BOB, 2));
    }

    @Test
    void whatIsStillBeingTriedIsNotToldBesides() {
        put(decide(new Attention.Wanted(), 0).due().getFirst(), 0, new Progress.Pending(Optional.empty()));
        assertThat(decide(new Attention.Wanted(), 31).due())
                .extracting(DeliveryKey::address)
                .containsExactly(BOB);
    }

    @Test
    void nextStepComesAtOnceWhenNobodyOfThisOneCanBeReached() {
        DeliveryKey first = decide(new Attention.Wanted(), 0).due().getFirst();
        put(first, 0, new Progress.Failed(T0, Progress.Failure.REFUSED));
        Decision decision = decide(new Attention.Wanted(), 1);
        assertThat(decision.due()).extracting(DeliveryKey::address).containsExactly(BOB);
        assertThat(decision.unreachable()).containsExactly(ADA_ALONE.contactId());
    }

    @Test
    void nextStepComesWhenTheFirstHasBeenPutOffForLongerThanPatience() {
        DeliveryKey first = decide(new Attention.Wanted(), 0).due().getFirst();
        put(first, 0, new Progress.Pending(Optional.of(T0)));
        Decision before = decide(new Attention.Wanted(), 0);
        assertThat(before.due()).isEmpty();
        assertThat(before.lookAgain()).contains(minute(1));
        assertThat(decide(new Attention.Wanted(), 1).due())
                .extracting(DeliveryKey::address)
                .containsExactly(BOB);
    }

    @Test
    void unknownContactIsWaitedForAndThenCountsAsUnreachable() {
        Recipient.Unknown stranger = new Recipient.Unknown(UUID.randomUUID());
        steps = List.of(new Step(Duration.ZERO, List.of(stranger), List.of()), step(15, BOB_ALONE));
        assertThat(decide(new Attention.Wanted(), 0).due()).isEmpty();
        Decision later = decide(new Attention.Wanted(), 1);
        assertThat(later.unreachable()).containsExactly(stranger.contactId());
        assertThat(later.due()).extracting(DeliveryKey::address).containsExactly(BOB);
        assertThat(later.lookAgain()).isPresent();
    }

    @Test
    void acknowledgedIsSilentAndGivesUpWhatIsPending() {
        DeliveryKey first = decide(new Attention.Wanted(), 0).due().getFirst();
        put(first, 0, new Progress.Pending(Optional.empty()));
        Decision decision = decide(new Attention.Taken(), 40);
        assertThat(decision.due()).isEmpty();
        assertThat(decision.superseded()).containsExactly(first.id());
        assertThat(decision.lookAgain()).isEmpty();
    }

    @Test
    void suspendedSpeaksAgainAtTheTimeGiven() {
        tell(0);
        Attention suspended = new Attention.Suspended(Optional.of(minute(50)));
        Decision silent = decide(suspended, 40);
        assertThat(silent.due()).isEmpty();
        assertThat(silent.lookAgain()).contains(minute(50));
        assertThat(decide(suspended, 50).due()).extracting(DeliveryKey::address).contains(ADA);
    }

    @Test
    void supersededBeforeItWasToldIsToldWhenTheAlertSpeaksAgain() {
        DeliveryKey first = decide(new Attention.Wanted(), 0).due().getFirst();
        put(first, 0, new Progress.Failed(T0, Progress.Failure.SUPERSEDED));
        assertThat(decide(new Attention.Wanted(), 5).due()).contains(first);
    }

    @Test
    void resolvedIsToldOnceToThoseWhoWereTold() {
        tell(0);
        Decision decision = decide(new Attention.Over(), 10);
        assertThat(decision.due())
                .extracting(DeliveryKey::notice, DeliveryKey::address)
                .containsExactly(tuple(Notice.RESOLVED, ADA));
        put(decision.due().getFirst(), 10, new Progress.Pending(Optional.empty()));
        assertThat(decide(new Attention.Over(), 11).due()).isEmpty();
    }

    @Test
    void whoWasToldBeforeTheAlertWorsenedIsToldThatItIsOverToo() {
        tell(15);
        episode = 2;
        tell(16);
        assertThat(decide(new Attention.Over(), 20).due())
                .extracting(DeliveryKey::address)
                .containsExactlyInAnyOrder(ADA, BOB);
    }

    @Test
    void whoWasToldInAnEarlierEpisodeAloneIsNotToldOfTheEndOfALaterOne() {
        tell(15);
        decide(new Attention.Over(), 20).due().forEach(key -> put(key, 20, new Progress.Sent(minute(20))));
        episode = 2;
        steps = List.of(step(0, ADA_ALONE), step(300, BOB_ALONE));
        tell(30);
        assertThat(decide(new Attention.Over(), 40).due())
                .extracting(DeliveryKey::address)
                .containsExactly(ADA);
    }

    @Test
    void newEpisodeBeginsTheLadderAnewAndGivesUpWhatThePreviousStillTried() {
        DeliveryKey old = decide(new Attention.Wanted(), 0).due().getFirst();
        put(old, 0, new Progress.Pending(Optional.of(T0)));
        episode = 2;
        Decision decision = decide(new Attention.Wanted(), 0);
        assertThat(decision.superseded()).containsExactly(old.id());
        assertThat(decision.due()).singleElement().satisfies(key -> {
            assertThat(key.episode()).isEqualTo(2);
            assertThat(key.round()).isZero();
        });
    }

    @Test
    void decidingTwiceDecidesTheSame() {
        assertThat(decide(new Attention.Wanted(), 20)).isEqualTo(decide(new Attention.Wanted(), 20));
    }

    /** Tells everything that is due at that minute. */
    private void tell(int minute) {
        for (DeliveryKey key : decide(new Attention.Wanted(), minute).due()) {
            put(key, minute, new Progress.Sent(minute(minute)));
        }
    }

    private Decision decide(Attention attention, int minute) {
        AlertSituation alert = new AlertSituation(ALERT, episode, attention, T0, Duration.ofMinutes(30), steps);
        return escalation.decide(alert, deliveries, minute(minute));
    }

    private void put(DeliveryKey key, int plannedAtMinute, Progress progress) {
        deliveries.removeIf(delivery -> delivery.key().id().equals(key.id()));
        deliveries.add(new Delivery(key, minute(plannedAtMinute), progress));
    }

    private static Instant minute(int minute) {
        return T0.plus(Duration.ofMinutes(minute));
    }

    private static Step step(int minutes, Recipient... recipients) {
        return new Step(Duration.ofMinutes(minutes), List.of(recipients), List.of());
    }
}
