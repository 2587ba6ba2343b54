package org.mailcontinuity.bench.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.bench.scenario.Arrived;
import org.mailcontinuity.bench.scenario.Setting;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Timings;
import org.mailcontinuity.contracts.sample.Trigger;

class RivalsTest {
    private static final Switch.Quiet NEVER_QUIET = at -> false;

    @Test
    void gatusFiresAtTheThirdFailureAndClearsAtTheSecondSuccess() {
        assertThat(story(new ConsecutiveFailures(3, 2, NEVER_QUIET), "bbgbbbgg"))
                .containsExactly("+5", "-7");
    }

    @Test
    void uptimeKumaFiresAtTheFourthFailureAndClearsAtTheFirstSuccess() {
        assertThat(story(new ConsecutiveFailures(4, 1, NEVER_QUIET), "bbbgbbbbg"))
                .containsExactly("+7", "-8");
    }

    @Test
    void theCounterLooksAtOneProbeInFour() {
        assertThat(story(new OneProbeCounter(1, NEVER_QUIET), "bbbbbbbbbggggggggggggggggg"))
                .containsExactly("+8", "-20");
        assertThat(story(new OneProbeCounter(1, NEVER_QUIET), "gbbbgbbbgbbbgbbb"))
                .isEmpty();
    }

    @Test
    void twoOfThreeNeedsTwoRoundsInARow() {
        assertThat(story(new TwoOfThreeTwice(NEVER_QUIET), "bgbbgggg")).containsExactly("+3", "-6");
    }

    @Test
    void prometheusWaitsForTwoMinutes() {
        assertThat(story(new TwoOfThreeFor(NEVER_QUIET), "bbbbggg")).isEmpty();
        assertThat(story(new TwoOfThreeFor(NEVER_QUIET), "bbbbbggg")).containsExactly("+4", "-5");
    }

    @Test
    void burnRateNeedsBothWindows() {
        assertThat(story(new BurnRate(1, NEVER_QUIET), "b".repeat(16))).isEmpty();
        assertThat(story(new BurnRate(1, NEVER_QUIET), "b".repeat(30)))
                .singleElement()
                .asString()
                .startsWith("+1");
    }

    @Test
    void pausesInMaintenance() {
        assertThat(story(new ConsecutiveFailures(3, 2, at -> true), "bbbbbb")).isEmpty();
    }

    /** Rounds all vantages see alike, b bad and g good; alarms as + or - and the round. */
    private static List<String> story(Contender contender, String rounds) {
        for (int round = 0; round < rounds.length(); round++) {
            long at = Setting.START + round * Setting.INTERVAL;
            for (int vantage = 0; vantage < 3; vantage++) {
                contender.arrived(arrived(vantage, round, at + vantage, rounds.charAt(round) == 'b'));
            }
            for (long tick = 10_000; tick < 30_000; tick += 10_000) {
                contender.tick(at + tick);
            }
        }
        return contender.alarms().stream()
                .map(alarm -> (alarm.fires() ? "+" : "-") + (alarm.at() - Setting.START) / Setting.INTERVAL)
                .toList();
    }

    private static Arrived arrived(int vantage, int round, long at, boolean bad) {
        Instant time = Instant.ofEpochMilli(at);
        Sample sample = new Sample(
                new UUID(round, vantage),
                new UUID(0, 1),
                1,
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                Optional.of(Setting.route(0)),
                Setting.VANTAGES.get(vantage),
                "probe-0",
                Trigger.SCHEDULED,
                time,
                time,
                time,
                Optional.empty(),
                bad ? Outcome.INCONCLUSIVE : Outcome.SUCCESS,
                bad ? Stage.CONNECT : Stage.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Timings.ofTotal(1),
                Optional.empty(),
                Optional.empty());
        return new Arrived(sample, vantage, 0, round, bad, at, false);
    }
}
