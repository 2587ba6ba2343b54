package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Traffic;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Maintenance;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;
import org.mailcontinuity.detection.state.MonitorState;
import org.mailcontinuity.detection.state.StateCodec;
import org.mailcontinuity.detection.vantage.Vantage;

/** A monitor being watched, second by second. After every step the state goes through its binary form. */
final class Scene {
    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    static final Route MX1 = new Route("mx1.example.test", 25, OptionalInt.of(10));
    static final Route MX2 = new Route("mx2.example.test", 25, OptionalInt.of(20));

    DetectionSettings settings;
    MonitorState state = MonitorState.unknown();
    final List<Finding> findings = new ArrayList<>();
    private int samples;

    Scene(DetectionRule rule, Direction... directions) {
        this(new DetectionSettings(
                "example.test",
                rule,
                new Schedule(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ZERO),
                Set.of(directions),
                Set.of(),
                List.of()));
    }

    Scene(DetectionSettings settings) {
        this.settings = settings;
        adopt(settings, 0);
    }

    static Scene evidence(Sensitivity sensitivity) {
        return new Scene(new DetectionRule.Evidence(sensitivity), Direction.INBOUND);
    }

    static Scene balanced() {
        return evidence(Sensitivity.BALANCED);
    }

    void adopt(DetectionSettings changed, long second) {
        settings = changed;
        keep(DetectionCore.adopt(state, changed, at(second)));
    }

    void maintenance(long from, long until) {
        adopt(settings.withMaintenance(List.of(new Maintenance(at(from), at(until)))), from);
    }

    Look look(long second) {
        return new Look(second);
    }

    void good(String vantage, long second) {
        look(second).by(vantage).good();
    }

    void refused(String vantage, long second) {
        look(second).by(vantage).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
    }

    void tick(long second) {
        keep(DetectionCore.tick(state, new Tick(at(second), true), settings));
    }

    void withdraw(long second, ClearReason reason) {
        keep(DetectionCore.withdraw(state, settings, at(second), reason));
    }

    int score(long second) {
        return DetectionCore.score(state, Direction.INBOUND, settings, at(second));
    }

    Verdict verdict(long second) {
        return DetectionCore.verdict(state, Direction.INBOUND, settings, at(second));
    }

    /** The findings as words with their second, such as {@code Opened@60}. */
    List<String> story() {
        return story(report -> true);
    }

    /** The findings about disruptions that are wanted, as words with their second. */
    List<String> story(Predicate<Report> wanted) {
        return findings.stream()
                .filter(finding -> wanted.test(report(finding)))
                .map(finding -> finding.getClass().getSimpleName() + "@"
                        + (finding.at().getEpochSecond() - START.getEpochSecond()))
                .toList();
    }

    private static Report report(Finding finding) {
        return switch (finding) {
            case Finding.Opened opened -> opened.report();
            case Finding.Changed changed -> changed.report();
            case Finding.Reopened reopened -> reopened.report();
            case Finding.Cleared cleared -> cleared.report();
            case Finding.Blinded blinded -> blinded.report();
            case Finding.ReducedSight reduced -> throw new AssertionError("no disruption: " + reduced);
        };
    }

    static Instant at(long second) {
        return START.plusSeconds(second);
    }

    private void keep(Judgement judgement) {
        findings.addAll(judgement.findings());
        byte[] form = StateCodec.encode(judgement.state());
        MonitorState read = StateCodec.decode(form);
        assertThat(StateCodec.encode(read)).isEqualTo(form);
        MonitorState parts = StateCodec.decode(
                StateCodec.encodeSettled(judgement.state()), StateCodec.encodeRecent(judgement.state()));
        assertThat(StateCodec.encode(parts)).isEqualTo(form);
        MonitorState resumed = DetectionCore.resume(read, settings);
        assertThat(fold(resumed)).isEqualTo(fold(DetectionCore.resume(judgement.state(), settings)));
        state = samples % 2 == 0 ? resumed : read;
    }

    /** What all inputs have come to, as bytes. */
    static byte[] fold(MonitorState state) {
        return StateCodec.encodeSettled(state.settled(
                state.latestMillis(), state.intervalMillis(), state.fold().orElseThrow(), Map.of()));
    }

    /** Where the votes of a state stand: who voted for what in which rounds, and the points. */
    static String evidence(MonitorState state) {
        StringBuilder text = new StringBuilder();
        for (Vantage vantage :
                state.fold().orElseThrow().watched(Direction.INBOUND).vantages()) {
            text.append(vantage.name()).append(vantage.points().value()).append(vantage.votedAt());
            for (int i = 0; i < vantage.routes(); i++) {
                text.append(vantage.route(i));
            }
        }
        return text.toString();
    }

    /** A finished check of mx1 by a vantage, scheduled at a second and completed at a millisecond. */
    static Observation seen(String vantage, long scheduledSecond, long completedMilli, boolean fails) {
        return new Observation(
                new UUID(scheduledSecond, completedMilli),
                Direction.INBOUND,
                Check.SMTP_ROUTE,
                Optional.of(MX1),
                vantage,
                Trigger.SCHEDULED,
                at(scheduledSecond),
                START.plusMillis(completedMilli),
                START.plusMillis(completedMilli),
                fails ? Outcome.FAILURE : Outcome.SUCCESS,
                fails ? Stage.CONNECT : Stage.ACCEPTED,
                fails ? Optional.of(Fault.CONNECT_REFUSED) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    /** The same check, known to the broker at another time. */
    static Observation appended(Observation seen, Instant at) {
        return new Observation(
                seen.sampleId(),
                seen.direction(),
                seen.check(),
                seen.route(),
                seen.vantage(),
                seen.trigger(),
                seen.scheduledAt(),
                seen.completedAt(),
                at,
                seen.outcome(),
                seen.stage(),
                seen.fault(),
                seen.reply(),
                seen.certificateEnds(),
                seen.latency(),
                seen.traffic());
    }

    int counter() {
        return DetectionCore.counter(state, settings);
    }

    /** One finished check; everything not said is as usual. */
    final class Look {
        private final Instant completed;
        private Instant scheduled;
        private Instant appended;
        private String vantage = "local";
        private Direction direction = Direction.INBOUND;
        private Check check = Check.SMTP_ROUTE;
        private Optional<Route> route = Optional.of(MX1);
        private Trigger trigger = Trigger.SCHEDULED;
        private Optional<Reply> reply = Optional.empty();
        private Optional<Instant> certificateEnds = Optional.empty();
        private OptionalInt latency = OptionalInt.empty();
        private Optional<Traffic> traffic = Optional.empty();

        private Look(long second) {
            completed = at(second);
            scheduled = at(second);
            appended = at(second);
        }

        Look by(String name) {
            vantage = name;
            return this;
        }

        Look over(Route other) {
            route = Optional.of(other);
            return this;
        }

        Look overNoRoute() {
            route = Optional.empty();
            return this;
        }

        Look outbound() {
            direction = Direction.OUTBOUND;
            check = Check.OUTBOUND_DELIVERY;
            return this;
        }

        Look checking(Check other) {
            check = other;
            return this;
        }

        Look triggered(Trigger other) {
            trigger = other;
            return this;
        }

        Look scheduled(long second) {
            scheduled = at(second);
            return this;
        }

        Look appended(long second) {
            appended = at(second);
            return this;
        }

        Look replying(int code, String enhanced) {
            reply = Optional.of(new Reply(code, enhanced));
            return this;
        }

        Look taking(int millis) {
            latency = OptionalInt.of(millis);
            return this;
        }

        /** Real mail counted by a server's log over the 5 minutes before. */
        void counts(long accepted) {
            check = Check.TRAFFIC;
            vantage = "mx-log";
            route = Optional.empty();
            scheduled = completed.minusSeconds(300);
            traffic = Optional.of(new Traffic(accepted, 0, 0));
            good();
        }

        Look certificateEnds(Instant end) {
            certificateEnds = Optional.of(end);
            return this;
        }

        void good() {
            ends(Outcome.SUCCESS, Stage.ACCEPTED, Optional.empty());
        }

        void fails(Stage stage, Fault fault) {
            ends(Outcome.FAILURE, stage, Optional.of(fault));
        }

        void ends(Outcome outcome, Stage stage, Optional<Fault> fault) {
            Observation observation = new Observation(
                    new UUID(0, ++samples),
                    direction,
                    check,
                    route,
                    vantage,
                    trigger,
                    scheduled,
                    completed,
                    appended,
                    outcome,
                    stage,
                    fault,
                    reply,
                    certificateEnds,
                    latency,
                    traffic);
            keep(DetectionCore.observe(state, observation, settings));
        }
    }
}
