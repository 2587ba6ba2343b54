package org.mailcontinuity.detection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.detection.burnrate.VoteCounts;
import org.mailcontinuity.detection.cause.CauseCount;
import org.mailcontinuity.detection.cause.CauseTally;
import org.mailcontinuity.detection.cause.Failure;
import org.mailcontinuity.detection.cause.StageRates;
import org.mailcontinuity.detection.disruption.Fired;
import org.mailcontinuity.detection.disruption.FlowState;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.history.CastVote;
import org.mailcontinuity.detection.history.ControlFailed;
import org.mailcontinuity.detection.history.Input;
import org.mailcontinuity.detection.history.MailCounted;
import org.mailcontinuity.detection.history.TimePassed;
import org.mailcontinuity.detection.history.Told;
import org.mailcontinuity.detection.latency.Slowness;
import org.mailcontinuity.detection.latency.Speed;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Vote;
import org.mailcontinuity.detection.vantage.ClockOffset;
import org.mailcontinuity.detection.vantage.Deferral;
import org.mailcontinuity.detection.vantage.Points;
import org.mailcontinuity.detection.vantage.RouteHistory;
import org.mailcontinuity.detection.vantage.RouteKey;
import org.mailcontinuity.detection.vantage.Vantage;
import org.mailcontinuity.detection.volume.VolumeRule;
import org.mailcontinuity.detection.volume.VolumeState;

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
    /** The second. */
    private static final String VERSION_2 =
            "02f6e9ead6c168e0d4039695e7d6c1680804000e494e424f554e4402020865752d31bfcf24f6e9ead6c168f6e9ead6c1"
                    + "6830f2c001068093a23801040414534d54505f524f5554450106206d78312e6578616d706c652e746573743201148093"
                    + "a238010a1412f6e9ead6c168040806444e53000e00000000000001f6e9ead6c168120c100e040a08524350540c105445"
                    + "4d504641494c0401063201140a01ca060e0a342e332e3201f6e9ead6c16808100e554e4b4e4f574e0800020000040000"
                    + "0000000000010000000000000002fffffffffffffffdfffffffffffffffc020ac0bb0101f6e9ead6c168b693f2d6c168"
                    + "121045564944454e434560601408444f574e16026b02f6e9ead6c168f6e9ead6c16801f6e9ead6c168b6e680d7c16801"
                    + "1816424c4f434b4c4953544544041a104f5554424f554e440000000001f6e9ead6c168b693f2d6c168126060141602b6"
                    + "d8d8d7c168f6e9ead6c168f6e9ead6c16800001000";

    /** The third form, which knew no rules beside the chosen one. */
    private static final String VERSION_3 =
            "03e0d403f6e9ead6c1689695e7d6c1680804000e494e424f554e4402020865752d31f6e9ead6c16830f2c001068093a2"
                    + "3801040414534d54505f524f5554450106206d78312e6578616d706c652e746573743201148093a238010a1412f6e9ea"
                    + "d6c168040806444e53000e00000000000001f6e9ead6c168120c10000e040a08524350540c1054454d504641494c0401"
                    + "063201140a01ca060e0a342e332e3201f6e9ead6c16808100e554e4b4e4f574e08000200000400000000000000010000"
                    + "000000000002fffffffffffffffdfffffffffffffffc020ac0bb0101f6e9ead6c168b693f2d6c168121045564944454e"
                    + "434560601408444f574e16026b0204f6e9ead6c16818104f5554424f554e440000000001f6e9ead6c168b693f2d6c168"
                    + "126060141602b6d8d8d7c168000096f7f0d6c168d0e8050202bfcf24a08d06080400f6e9ead6c16801f6e9ead6c168b6"
                    + "e680d7c16801011a16424c4f434b4c495354454418f6e9ead6c1680000000a00a413020000040106320114a413ae0114"
                    + "ae11020218040106320114d22400000000000000000500000000000000060a0c010184071c0a342e322e3001f6e9ead6"
                    + "c168018eb0031e0875732d31d00f02a09c0103000001f6e9ead6c168b693f2d6c16812606014160201f6e9ead6c16812"
                    + "0c10000e040a0c0401063201140a01ca060e01f6e9ead6c1680810080002000004000000000000000100000000000000"
                    + "02fffffffffffffffdfffffffffffffffc";

    /** The form of now; a change of it is a new version. */
    private static final String VERSION_4 =
            "04e0d403f6e9ead6c1689695e7d6c1680804000e494e424f554e4402020865752d31f6e9ead6c16830f2c001068093a2"
                    + "3801040414534d54505f524f5554450106206d78312e6578616d706c652e746573743201148093a238010a1412f6e9ea"
                    + "d6c168040806444e53000e00000000000001f6e9ead6c168120c10000e040a08524350540c1054454d504641494c0401"
                    + "063201140a01ca060e0a342e332e3201f6e9ead6c16808100e554e4b4e4f574e08000200000400000000000000010000"
                    + "000000000002fffffffffffffffdfffffffffffffffc020ac0bb0101f6e9ead6c168b693f2d6c168121045564944454e"
                    + "434560601408444f574e16026b0204f6e9ead6c168070102020401b0a6ed021a0240010100f6e9ead6c16800d08c01a0"
                    + "1f0202100001e4ccda05f6e9ead6c168c0a9070000000000000000000000000000000000000000000000000000000000"
                    + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                    + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                    + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000004e64016401"
                    + "000100010001000100010001000100010001000100010001000100010001000100010001000100010001000100010001"
                    + "00010001000100010001000100010001000100010001000100010001000100010001000100010001004c640000000000"
                    + "000000000000000018084e4f4e4501e0ffc41c0202000000000000000000000000000000000000000000000000000000"
                    + "000002020000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                    + "0000000000000000000000000000000000000000000000000000001a104f5554424f554e440000000001f6e9ead6c168"
                    + "b693f2d6c168126060141602b6d8d8d7c16800000096f7f0d6c168d0e8050202bfcf24a08d06080400f6e9ead6c16801"
                    + "f6e9ead6c168b6e680d7c16801011c16424c4f434b4c49535445441af6e9ead6c1680000000c00a41302000004010632"
                    + "0114a413ae0114ae1102021a040106320114d22400000000000000000500000000000000060a0c010184071e0a342e32"
                    + "2e3001f6e9ead6c168018eb003200875732d31d00f02a09c0103000001f6e9ead6c168b693f2d6c16812606014160201"
                    + "f6e9ead6c168120c10000e040a0c0401063201140a01ca060e01f6e9ead6c16808100800020000040000000000000001"
                    + "0000000000000002fffffffffffffffdfffffffffffffffc06c0b80200bea907f2c001220c6d782d6c6f67";

    private static final StageRates RATES = new StageRates(List.of(new StageRates.Rate(Stage.RCPT, 12_000)));
    private static final RouteKey MX1 =
            new RouteKey(Check.SMTP_ROUTE, Optional.of(new Route("mx1.example.test", 25, OptionalInt.of(10))));
    private static final RouteKey NONE = new RouteKey(Check.DNS, Optional.empty());

    @Test
    void readsTheEarlierForms() {
        assertThat(whole(StateCodec.decode(HexFormat.of().parseHex(VERSION_1))))
                .isEqualTo(whole(settled(9, StageRates.NONE)));
        assertThat(whole(StateCodec.decode(HexFormat.of().parseHex(VERSION_2)))).isEqualTo(whole(settled(7, RATES)));
        assertThat(whole(StateCodec.decode(HexFormat.of().parseHex(VERSION_3)))).isEqualTo(whole(full(Beside.NONE)));
    }

    @Test
    void writesAndReadsTheFormOfNow() {
        assertThat(whole(full(beside()))).isEqualTo(VERSION_4);
        assertThat(whole(StateCodec.decode(HexFormat.of().parseHex(VERSION_4)))).isEqualTo(VERSION_4);
        assertThat(whole(StateCodec.decode(StateCodec.encode(MonitorState.unknown()))))
                .isEqualTo(whole(MonitorState.unknown()));
    }

    @Test
    void isReadFromItsTwoPartsAsFromItsWhole() {
        MonitorState parts =
                StateCodec.decode(StateCodec.encodeSettled(full(beside())), StateCodec.encodeRecent(full(beside())));
        assertThat(whole(parts)).isEqualTo(VERSION_4);
    }

    @Test
    void refusesWhatIsCutShortOrTooLong() {
        byte[] whole = StateCodec.encode(full(beside()));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> StateCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> StateCodec.decode(Arrays.copyOf(whole, whole.length + 1)))
                .hasMessage("state has 1 bytes too many");
        assertThatThrownBy(() -> StateCodec.decode(new byte[] {9})).hasMessage("state version must be 1 to 4, was 9");
    }

    private static String whole(MonitorState state) {
        return HexFormat.of().formatHex(StateCodec.encode(state));
    }

    /** The state of the earlier forms. */
    private static MonitorState settled(int counted, StageRates rates) {
        FlowState.Disrupted open = new FlowState.Disrupted(
                TIME, TIME.plusSeconds(60), new Fired("EVIDENCE", 48, 48), Severity.DOWN, "k", 1);
        DirectionState inbound = new DirectionState(
                new Vantage[] {vantage()}, tally(MX1, NONE, counted), rates, open, 2, TIME.toEpochMilli());
        DirectionState outbound = new DirectionState(
                new Vantage[] {}, CauseTally.EMPTY, StageRates.NONE, open.clear(TIME.plusSeconds(900)), 0, 0);
        long at = TIME.toEpochMilli();
        Map<Direction, Sight> sights = new EnumMap<>(Map.of(
                Direction.INBOUND,
                new Sight(at, Optional.of(new Sight.Blindness(at, at + 180_000)), true, Fault.BLOCKLISTED),
                Direction.OUTBOUND,
                Sight.watching(at)));
        Fold fold = Fold.of(at, at - 30_000, 4, Map.of(Direction.INBOUND, inbound, Direction.OUTBOUND, outbound));
        ClockOffset clock = new ClockOffset("eu-1", -300_000, at, 8);
        return new MonitorState(at, 30_000, 0, new ClockOffset[] {clock}, sights, Segment.startingWith(fold), fold);
    }

    /** The same with inputs of every kind. */
    private static MonitorState full(Beside beside) {
        MonitorState known = settled(7, RATES);
        Fold without = known.fold().orElseThrow();
        DirectionState inbound = without.watched(Direction.INBOUND).with(beside);
        long at = TIME.toEpochMilli();
        Fold fold = without.with(at, Direction.INBOUND, inbound);
        MonitorState before = known.settled(at, 30_000, fold, known.sights());
        Failure failure = new Failure(
                new UUID(5, 6),
                Stage.RCPT,
                Fault.TEMPFAIL,
                true,
                Optional.of(new Reply(450, "4.2.0")),
                Optional.of(TIME));
        List<Input> inputs = List.of(
                new CastVote(at + 1_234, Direction.INBOUND, "eu-1", MX1, at, false, Vote.GOOD, 87, Optional.empty()),
                new CastVote(at + 2_345, Direction.OUTBOUND, "eu-1", MX1, at, true, Vote.BAD, 0, Optional.of(failure)),
                new ControlFailed(at + 30_000, "us-1", at + 29_000),
                new TimePassed(at + 40_000),
                new Told(at + 40_000, Direction.INBOUND, inbound.flow(), inbound.tally()));
        Segment history = before.history();
        for (Input input : inputs) {
            history = history.append(input, fold);
        }
        if (!beside.equals(Beside.NONE)) {
            history = history.append(new MailCounted(at + 60_000, Direction.INBOUND, at + 1, 12_345, "mx-log"), fold);
        }
        return before.asked(at + 2_345).folded(at + 50_000, history, fold);
    }

    private static Beside beside() {
        long at = TIME.toEpochMilli();
        Slowness slowness = Slowness.NONE.vote("eu-1", 9_000, 2_000, at, 2, 90_000, 48);
        Speed speed = Speed.NONE.learn("eu-1", Check.SMTP_ROUTE, 250, at).with(slowness);
        VolumeState volume = VolumeRule.count(VolumeState.NONE, at - 60_000, at, 77, "mx-log");
        return new Beside(speed, VolumeRule.judge(volume, at + 900_000, false), VoteCounts.NONE.vote(true, at));
    }

    private static Vantage vantage() {
        RouteHistory history = new RouteHistory(MX1, 59_000_000, -1, 5, 10, 9, new Deferral(TIME.toEpochMilli(), 2));
        return new Vantage(
                "eu-1",
                TIME.toEpochMilli(),
                new Points(24, 12_345, 3, 59_000_000),
                Vantage.NO_ROUND,
                history,
                RouteHistory.first(NONE, 7));
    }

    private static CauseTally tally(RouteKey mx1, RouteKey none, int counted) {
        return new CauseTally(
                TIME,
                9,
                6,
                8,
                0,
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
