package org.mailcontinuity.detector.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detector.Examples;
import org.mailcontinuity.detector.monitor.MonitorSettings;

class WatchedCodecTest {
    /** The second form, whole, of a monitor that goes down. It must stay readable; never change it. */
    private static final String WHOLE =
            "02ca0804e0d403c08a9ed7c16880e196d7c1680002000e494e424f554e4402020a6c6f63616cc08a9ed7c16800000000"
                    + "01020414534d54505f524f5554450106206d78312e6578616d706c652e74657374320114dcff8939feff01feff010000"
                    + "00000000000000c08a9ed7c168010102020401b0a6ed02111c40008087b4d7c16800020212ced40308020080e8ead6c1"
                    + "680000000e10e0d4030200000401063201140050b0012ab8059051ab8d80a446cac0bbcb080e434f4e4e4543540a1e43"
                    + "4f4e4e4543545f5245465553454400000010e0d40302000050fee6635528b8563cb1a3fd9f900a6232080a00000010e0"
                    + "d40302000050ee348bb287785de0be69f6069537acb9080a00000010e0d40302000050c6e09e2d5e1a5a168ca7ccb952"
                    + "f67bb9080a00000010e0d4030200005084ecb459f73a512ba5232e96a9a3c9ac080a00000010e0d40302000050ef3d54"
                    + "770fb45859ad5c116faaeff035080a00000003000001a0dfa1d7c1688087b4d7c1680c1045564944454e434560600e08"
                    + "444f574e1050434f4e4e4543543a434f4e4e4543545f524546555345443a6d78312e6578616d706c652e746573740001"
                    + "a0dfa1d7c1680c0c0c0c0c02080a0401063201140c00000cef3d54770fb45859ad5c116faaeff03584ecb459f73a512b"
                    + "a5232e96a9a3c9acc6e09e2d5e1a5a168ca7ccb952f67bb9ee348bb287785de0be69f6069537acb9fee6635528b8563c"
                    + "b1a3fd9f900a6232b0012ab8059051ab8d80a446cac0bbcb02000e494e424f554e448287b4d7c1680000000000";

    /** The same in the third form, in its two parts. */
    private static final String RECENT =
            "03048087b4d7c1680002000a6c6f63616c12ced4030802020e494e424f554e4480e8ead6c1680000000e10e0d4030000"
                    + "020414534d54505f524f5554450106206d78312e6578616d706c652e746573743201140050b0012ab8059051ab8d80a4"
                    + "46cac0bbcb080e434f4e4e4543540a1e434f4e4e4543545f5245465553454400000010e0d40300000050fee6635528b8"
                    + "563cb1a3fd9f900a6232080a00000010e0d40300000050ee348bb287785de0be69f6069537acb9080a00000010e0d403"
                    + "00000050c6e09e2d5e1a5a168ca7ccb952f67bb9080a00000010e0d4030000005084ecb459f73a512ba5232e96a9a3c9"
                    + "ac080a00000010e0d40300000050ef3d54770fb45859ad5c116faaeff035080a00000003000201a0dfa1d7c1688087b4"
                    + "d7c1680c1045564944454e434560600e08444f574e1050434f4e4e4543543a434f4e4e4543545f524546555345443a6d"
                    + "78312e6578616d706c652e746573740001a0dfa1d7c1680c0c0c0c0c02080a0401063201140c00000cef3d54770fb458"
                    + "59ad5c116faaeff03584ecb459f73a512ba5232e96a9a3c9acc6e09e2d5e1a5a168ca7ccb952f67bb9ee348bb287785d"
                    + "e0be69f6069537acb9fee6635528b8563cb1a3fd9f900a6232b0012ab8059051ab8d80a446cac0bbcb02028287b4d7c1"
                    + "680000000000";

    private static final String SETTLED =
            "04e0d403c08a9ed7c16880e196d7c1680002000e494e424f554e4402020a6c6f63616cc08a9ed7c16800000000010204"
                    + "14534d54505f524f5554450106206d78312e6578616d706c652e74657374320114dcff8939feff01feff010000000000"
                    + "00000000c08a9ed7c168010102020401b0a6ed02111c4000";

    @Test
    void everyStepSurvivesItsBinaryForm() {
        UUID id = UUID.randomUUID();
        MonitorSettings monitor = MonitorSettings.of(Examples.monitor(id, Duration.ofSeconds(5)));
        Watched watched =
                Watch.adopt(Watched.unknown(), monitor, Examples.START).after();
        byte[] settled = WatchedCodec.encodeSettled(watched);
        Object base = watched.settled();
        int settledAnew = 0;
        for (int round = 1; round <= 100; round++) {
            Instant at = Examples.START.plusSeconds(5L * round);
            watched = Watch.sample(
                            watched,
                            monitor,
                            round % 20 < 12 ? Examples.good(id, at) : Examples.refused(id, at),
                            at.plusMillis(9))
                    .after();
            byte[] recent = WatchedCodec.encodeRecent(watched);
            if (watched.settled() == base) {
                assertThat(WatchedCodec.encodeSettled(watched)).isEqualTo(settled);
            } else {
                base = watched.settled();
                settled = WatchedCodec.encodeSettled(watched);
                settledAnew++;
            }
            Watched read = WatchedCodec.decode(recent, settled).resumed(monitor.detection());
            assertThat(WatchedCodec.encodeRecent(read)).isEqualTo(recent);
            assertThat(WatchedCodec.encodeSettled(read)).isEqualTo(settled);
            assertThat(recent.length).isLessThan(3000);
        }
        assertThat(settledAnew).as("in 500 s").isBetween(3, 9);
    }

    @Test
    void earlierFormsAreReadAsTheyWere() {
        byte[] whole = HexFormat.of().parseHex(WHOLE);
        assertThat(WatchedCodec.isWhole(whole)).isTrue();
        assertReads(WatchedCodec.decode(whole));
        byte[] first = Arrays.copyOf(whole, whole.length - 2); // without the two counts of real mail
        first[0] = 1;
        assertReads(WatchedCodec.decode(first));
    }

    @Test
    void thePresentFormIsReadAsItWas() {
        byte[] recent = HexFormat.of().parseHex(RECENT);
        assertThat(WatchedCodec.isWhole(recent)).isFalse();
        assertReads(WatchedCodec.decode(recent, HexFormat.of().parseHex(SETTLED)));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> WatchedCodec.decode(new byte[] {7}))
                .hasMessage("version of a monitor's memory must be 1 to 3, was 7");
        assertThatThrownBy(() -> WatchedCodec.decode(HexFormat.of().parseHex(RECENT), null))
                .hasMessage("a monitor's memory is recent only, its settled part is missing");
    }

    /** What was read goes on as if it had never been written: one more failure finds nothing new. */
    private static void assertReads(Watched watched) {
        assertThat(WatchedCodec.encodeRecent(watched)).isEqualTo(HexFormat.of().parseHex(RECENT));
        assertThat(WatchedCodec.encodeSettled(watched)).isEqualTo(HexFormat.of().parseHex(SETTLED));
        UUID id = new UUID(1, 2);
        MonitorSettings monitor = MonitorSettings.of(Examples.monitor(id, Duration.ofSeconds(30)));
        Instant at = Examples.START.plusSeconds(30L * 21);
        Step step = Watch.sample(watched.resumed(monitor.detection()), monitor, Examples.refused(id, at), at);
        assertThat(step.findings()).isEmpty();
    }
}
