package org.mailcontinuity.detection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.cause.CauseCount;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.StageRates;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Deferral;
import org.mailcontinuity.detection.vantage.Points;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;

class StateCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-24T12:00:00.123Z");
    /** A state as the first form of it was. It must stay readable; never change it. */
    private static final String VERSION_1 =
            "01f6e9ead6c168e0d4039695e7d6c1680804000e494e424f554e4402020865752d31bfcf24f6e9ead6c168f6e9ead6c1"
                    + "6830f2c001068093a23801040414534d54505f524f5554450106206d78312e6578616d706c652e746573743201148093"
                    + "a238010a1412f6e9ead6c168040806444e53000e00000000000001f6e9ead6c168120c10040a08524350540c1054454d"
                    + "504641494c0401063201140a01ca060e0a342e332e3201f6e9ead6c16808100e554e4b4e4f574e080002000004000000"
                    + "00000000010000000000000002fffffffffffffffdfffffffffffffffc01f6e9ead6c168b693f2d6c168121045564944"
                    + "454e434560601408444f574e16026b02f6e9ead6c168f6e9ead6c16801f6e9ead6c168b6e680d7c168011816424c4f43"
                    + "4b4c4953544544041a104f5554424f554e4400000001f6e9ead6c168b693f2d6c168126060141602b6d8d8d7c168f6e9"
                    + "ead6c168f6e9ead6c16800001000";
    /** The form of now; a change of it is a new version. */
    private static final String VERSION_2 =
            "02f6e9ead6c168e0d4039695e7d6c1680804000e494e424f554e4402020865752d31bfcf24f6e9ead6c168f6e9ead6c1"
                    + "6830f2c001068093a23801040414534d54505f524f5554450106206d78312e6578616d706c652e746573743201148093"
                    + "a238010a1412f6e9ead6c168040806444e53000e00000000000001f6e9ead6c168120c100e040a08524350540c105445"
                    + "4d504641494c0401063201140a01ca060e0a342e332e3201f6e9ead6c16808100e554e4b4e4f574e0800020000040000"
                    + "0000000000010000000000000002fffffffffffffffdfffffffffffffffc020ac0bb0101f6e9ead6c168b693f2d6c168"
                    + "121045564944454e434560601408444f574e16026b02f6e9ead6c168f6e9ead6c16801f6e9ead6c168b6e680d7c16801"
                    + "1816424c4f434b4c4953544544041a104f5554424f554e440000000001f6e9ead6c168b693f2d6c168126060141602b6"
                    + "d8d8d7c168f6e9ead6c168f6e9ead6c16800001000";

    @Test
    void readsTheFirstForm() {
        assertThat(StateCodec.decode(HexFormat.of().parseHex(VERSION_1))).isEqualTo(full(9, StageRates.NONE));
    }

    @Test
    void writesAndReadsTheFormOfNow() {
        assertThat(HexFormat.of().formatHex(StateCodec.encode(full()))).isEqualTo(VERSION_2);
        assertThat(StateCodec.decode(HexFormat.of().parseHex(VERSION_2))).isEqualTo(full());
        assertThat(StateCodec.decode(StateCodec.encode(MonitorState.unknown()))).isEqualTo(MonitorState.unknown());
    }

    @Test
    void refusesWhatIsCutShortOrTooLong() {
        byte[] whole = StateCodec.encode(full());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> StateCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> StateCodec.decode(Arrays.copyOf(whole, whole.length + 1)))
                .hasMessage("state has 1 bytes too many");
        assertThatThrownBy(() -> StateCodec.decode(new byte[] {9})).hasMessage("state version must be 1 to 2, was 9");
    }

    @Test
    void aHealthyVantageTakesAtMost128Bytes() {
        DirectionState direction = Objects.requireNonNull(full().directions().get(Direction.INBOUND));
        int one = size(direction.vantages());
        int two = size(
                List.of(direction.vantages().getFirst(), direction.vantages().getFirst()));
        assertThat(two - one).isLessThanOrEqualTo(128);
    }

    private static int size(List<Vantage> vantages) {
        DirectionState healthy = new DirectionState(
                vantages, CauseTally.EMPTY, StageRates.NONE, FlowState.CALM, Sight.watching(TIME), 0);
        return StateCodec.encode(
                        new MonitorState(TIME, Duration.ofSeconds(30), TIME, 0, Map.of(Direction.INBOUND, healthy)))
                .length;
    }

    private static MonitorState full() {
        return full(7, new StageRates(List.of(new StageRates.Rate(Stage.RCPT, 12_000))));
    }

    private static MonitorState full(int counted, StageRates rates) {
        RouteKey mx1 =
                new RouteKey(Check.SMTP_ROUTE, Optional.of(new Route("mx1.example.test", 25, OptionalInt.of(10))));
        RouteKey none = new RouteKey(Check.DNS, Optional.empty());
        RouteHistory history = new RouteHistory(mx1, 59_000_000, -1, 5, 10, 9, new Deferral(TIME.toEpochMilli(), 2));
        Vantage vantage = new Vantage(
                "eu-1",
                new ClockOffset(-300_000, TIME.toEpochMilli()),
                TIME.toEpochMilli(),
                new Points(24, 12_345, 3, 59_000_000),
                Vantage.NO_ROUND,
                List.of(history, RouteHistory.first(none, 7)));
        FlowState.Disrupted open = new FlowState.Disrupted(
                TIME, TIME.plusSeconds(60), new Fired("EVIDENCE", 48, 48), Severity.DOWN, "k", 1);
        Sight blind = new Sight(
                TIME, TIME, Optional.of(new Sight.Blindness(TIME, TIME.plusSeconds(180))), true, Fault.BLOCKLISTED);
        return new MonitorState(
                TIME,
                Duration.ofSeconds(30),
                TIME.minusSeconds(30),
                4,
                Map.of(
                        Direction.INBOUND,
                        new DirectionState(List.of(vantage), tally(mx1, none, counted), rates, open, blind, 2),
                        Direction.OUTBOUND,
                        new DirectionState(
                                List.of(),
                                CauseTally.EMPTY,
                                StageRates.NONE,
                                open.clear(TIME.plusSeconds(900)),
                                Sight.watching(TIME),
                                0)));
    }

    private static CauseTally tally(RouteKey mx1, RouteKey none, int counted) {
        return new CauseTally(
                TIME,
                9,
                6,
                8,
                counted,
                List.of(
                        new CauseCount(
                                Stage.RCPT,
                                Fault.TEMPFAIL,
                                mx1,
                                5,
                                Optional.of(new Reply(421, "4.3.2")),
                                Optional.of(TIME)),
                        new CauseCount(Stage.DNS, Fault.UNKNOWN, none, 1, Optional.empty(), Optional.empty())),
                List.of(new UUID(1, 2), new UUID(-3, -4)));
    }
}
