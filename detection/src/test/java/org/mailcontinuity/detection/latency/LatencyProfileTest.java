package org.mailcontinuity.detection.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

class LatencyProfileTest {
    private static final long WEEK = 604_800_000L;
    private static final long START = 2_900 * WEEK;
    private static final long MINUTE = 60_000;
    /** The form of now; it must stay readable. */
    private static final String VERSION_1 = "018eebe4021398011a022d0a40";

    @Test
    void worksTheExampleOfFastChecks() {
        LatencyProfile profile = learned(LatencyProfile.EMPTY, 990, 100);
        profile = learned(profile, 10, 900);
        assertThat(profile.limit()).isEqualTo(178);
    }

    @Test
    void worksTheExampleOfSlowChecks() {
        LatencyProfile profile = learned(LatencyProfile.EMPTY, 100, 3_000);
        assertThat(profile.limit()).isEqualTo(4_989);
    }

    @Test
    void saysNothingBeforeSixtyChecks() {
        LatencyProfile profile = learned(LatencyProfile.EMPTY, 59, 100);
        assertThat(profile.limit()).isEqualTo(Long.MAX_VALUE);
        assertThat(learned(profile, 1, 100).limit()).isEqualTo(178);
    }

    @Test
    void learnsTheFirstOfEachTenMinutesOnceItKnowsEnough() {
        LatencyProfile profile = LatencyProfile.EMPTY;
        for (int i = 0; i < 500; i++) {
            profile = profile.learn(100, START + i);
        }
        assertThat(profile.learn(5_000, START + 500)).isSameAs(profile);
        assertThat(profile.learn(5_000, START + 10 * MINUTE)).isNotSameAs(profile);
    }

    @Test
    void forgetsHalfEachWeek() {
        LatencyProfile profile = learned(LatencyProfile.EMPTY, 400, 60_000);
        assertThat(profile.limit()).isGreaterThan(60_000);
        long at = START;
        for (int week = 0; week < 14; week++) {
            at += WEEK;
            for (int i = 0; i < 200; i++) {
                profile = profile.learn(100, at + i * 10 * MINUTE);
            }
        }
        assertThat(profile.limit()).isEqualTo(178);
    }

    @Test
    void isNeverAboveWhatWasSeenByMoreThanABucketAndAHalf() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            LatencyProfile profile = LatencyProfile.EMPTY;
            long most = 0;
            for (int i = 0; i < 300; i++) {
                long millis = (long) Math.exp(random.nextDouble() * 13);
                most = Math.max(most, millis);
                profile = profile.learn(millis, START + i);
            }
            assertThat(profile.limit()).isBetween(1L, (long) (most * 1.24 * 1.5) + 2);
        }
    }

    @Test
    void readsItsForm() {
        LatencyProfile profile =
                learned(learned(LatencyProfile.EMPTY, 76, 60), 5, 12_000).learn(229, START);
        assertThat(HexFormat.of().formatHex(bytes(profile))).isEqualTo(VERSION_1);
        LatencyProfile read = LatencyProfile.read(new StateReader(HexFormat.of().parseHex(VERSION_1)));
        assertThat(read.limit()).isEqualTo(profile.limit());
        assertThat(bytes(read)).isEqualTo(bytes(profile));
    }

    @Test
    void survivesItsFormAtAnyTime() {
        Random random = new Random(4);
        LatencyProfile profile = LatencyProfile.EMPTY;
        for (int i = 0; i < 2_000; i++) {
            long millis = random.nextInt(3_000);
            long at = START + i * 7_000L;
            LatencyProfile next =
                    LatencyProfile.read(new StateReader(bytes(profile))).learn(millis, at);
            profile = profile.learn(millis, at);
            assertThat(bytes(next)).isEqualTo(bytes(profile));
        }
        assertThat(bytes(profile)).hasSizeLessThan(128);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() -> LatencyProfile.read(new StateReader(new byte[] {2})))
                .hasMessage("version of the latencies must be 1, was 2");
    }

    private static LatencyProfile learned(LatencyProfile before, int times, long millis) {
        LatencyProfile profile = before;
        for (int i = 0; i < times; i++) {
            profile = profile.learn(millis, START + i * MINUTE);
        }
        return profile;
    }

    private static byte[] bytes(LatencyProfile profile) {
        StateWriter out = new StateWriter();
        profile.write(out);
        return out.toByteArray();
    }
}
