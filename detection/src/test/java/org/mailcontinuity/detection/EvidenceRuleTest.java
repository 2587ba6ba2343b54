package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailcontinuity.detection.Scene.MX2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.detection.disruption.ClearReason;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Severity;
import org.mailcontinuity.detection.observation.Check;
import org.mailcontinuity.detection.observation.Direction;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Outcome;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.observation.Trigger;
import org.mailcontinuity.detection.rule.DetectionRule;
import org.mailcontinuity.detection.rule.DetectionSettings;
import org.mailcontinuity.detection.rule.Schedule;
import org.mailcontinuity.detection.rule.Sensitivity;

class EvidenceRuleTest {
    private static final List<String> VANTAGES = List.of("eu-1", "us-1", "ap-1");

    @ParameterizedTest
    @CsvSource({
        "FAST, 3, 50",
        "BALANCED, 3, 60",
        "QUIET, 3, 70",
        "BALANCED, 2, 90",
        "BALANCED, 1, 180",
        "FAST, 2, 90",
        "QUIET, 2, 120",
        "FAST, 1, 150",
        "QUIET, 1, 210"
    })
    void aFullOutageFiresWithinTheTimeOfTheWorkedExample(Sensitivity sensitivity, int vantages, long worst) {
        Scene scene = Scene.evidence(sensitivity);
        for (long second = 1; scene.findings.isEmpty() && second < 400; second++) {
            for (int v = 0; v < vantages; v++) {
                if (second % 30 == v * 30 / vantages) {
                    scene.refused(VANTAGES.get(v), second);
                }
            }
        }
        assertThat(scene.findings).singleElement().isInstanceOfSatisfying(Finding.Opened.class, opened -> {
            assertThat(Duration.between(Scene.START, opened.at())).isLessThanOrEqualTo(Duration.ofSeconds(worst));
            assertThat(opened.report().severity()).isEqualTo(Severity.DOWN);
            assertThat(opened.report().agreeing()).hasSize(vantages);
        });
    }

    @Test
    void aSingleVantageFiresWithItsSixthFailure() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 6; round++) {
            assertThat(scene.findings).isEmpty();
            scene.refused("local", 30 * round);
            assertThat(scene.score(30 * round)).isEqualTo(8 * round);
        }
        assertThat(scene.story()).containsExactly("Opened@180");
        Finding.Opened opened = (Finding.Opened) scene.findings.getFirst();
        assertThat(opened.report().openedAt()).isEqualTo(Scene.at(30));
        assertThat(opened.report().evidence()).hasSize(6);
        assertThat(opened.report().cause().sentence())
                .isEqualTo("mx1.example.test refuses connections (vantage local)");
        assertThat(opened.report().fired().value()).isEqualTo(48);
    }

    @Test
    void oneVantageOfTwoCannotFireAlone() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 60; round++) {
            scene.refused("eu-1", 30 * round);
            scene.good("us-1", 30 * round + 10);
        }
        assertThat(scene.findings).isEmpty();
        assertThat(scene.score(1810))
                .as("path suspect after 20 rounds near its cap")
                .isEqualTo(8);
    }

    @Test
    void oneVantageLeftAloneIsNotBlind() {
        Scene scene = Scene.balanced();
        scene.good("us-1", 10);
        for (int round = 1; round <= 6; round++) {
            scene.refused("eu-1", 30 * round);
        }
        assertThat(scene.story()).containsExactly("Opened@180");
    }

    @Test
    void occasionalLossDoesNotFire() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 2000; round++) {
            if (round % 50 == 0) {
                scene.refused("local", 30 * round);
            } else {
                scene.good("local", 30 * round);
            }
        }
        assertThat(scene.findings).isEmpty();
    }

    @Test
    void oneDeadRouteOfTwoIsDegradedAndBothAreDown() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 7; round++) {
            scene.refused("local", 30 * round);
            scene.look(30 * round + 1).over(MX2).scheduled(30 * round).good();
        }
        assertThat(scene.findings).singleElement().isInstanceOfSatisfying(Finding.Opened.class, opened -> {
            assertThat(opened.report().severity()).isEqualTo(Severity.DEGRADED);
            assertThat(opened.report().cause().sentence())
                    .isEqualTo("mx1.example.test refuses connections (1 of 2 routes, vantage local)");
            assertThat(opened.report().cause().route()).contains(Scene.MX1);
        });
        for (int round = 8; round <= 11; round++) {
            scene.refused("local", 30 * round);
            scene.look(30 * round + 1).over(MX2).scheduled(30 * round).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        }
        assertThat(scene.findings.getLast()).isInstanceOfSatisfying(Finding.Changed.class, changed -> {
            assertThat(changed.report().severity()).isEqualTo(Severity.DOWN);
            assertThat(changed.report().openedAt()).isEqualTo(Scene.at(30));
        });
        assertThat(scene.findings).hasSize(2);
    }

    @Test
    void anOutageOfAllRoutesIsDownFromTheStart() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 40; round++) {
            scene.good("local", 30 * round);
            scene.look(30 * round).over(MX2).good();
        }
        for (int round = 41; round <= 46; round++) {
            scene.refused("local", 30 * round);
            scene.look(30 * round).over(MX2).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        }
        assertThat(scene.findings).singleElement().isInstanceOfSatisfying(Finding.Opened.class, opened -> {
            assertThat(opened.report().severity()).isEqualTo(Severity.DOWN);
            assertThat(opened.report().cause().sentence())
                    .isEqualTo("mx1.example.test refuses connections (all 2 routes, vantage local)");
            assertThat(opened.report().cause().route()).isEmpty();
        });
    }

    @Test
    void clearsAfterSixGoodInARowWhenEverythingHadFailed() {
        Scene scene = outage();
        for (int round = 7; round <= 12; round++) {
            assertThat(scene.findings).hasSize(1);
            scene.good("local", 30 * round);
        }
        assertThat(scene.findings.getLast()).isInstanceOfSatisfying(Finding.Cleared.class, cleared -> {
            assertThat(cleared.at()).isEqualTo(Scene.at(360));
            assertThat(cleared.reason()).isEqualTo(ClearReason.RECOVERED);
            assertThat(cleared.report().openedAt()).isEqualTo(Scene.at(30));
        });
        assertThat(scene.score(360)).isZero();
        assertThat(scene.verdict(360)).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void reopensTheSameDisruptionWithinHalfAnHourAndThenNeedsThriceAsManyGood() {
        Scene scene = outage();
        recover(scene, 7, 6);
        fail(scene, 20, 6);
        recover(scene, 26, 17);
        assertThat(scene.story()).containsExactly("Opened@180", "Cleared@360", "Reopened@750");
        assertThat(((Finding.Reopened) scene.findings.getLast()).report().openedAt())
                .isEqualTo(Scene.at(30));
        recover(scene, 43, 1);
        assertThat(scene.story()).endsWith("Cleared@1290");
    }

    @Test
    void twoVantagesThatAThirdContradictsMustBeSure() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 6; round++) {
            assertThat(scene.findings).isEmpty();
            scene.good("ap-1", 30 * round);
            scene.refused("eu-1", 30 * round);
            scene.refused("us-1", 30 * round);
        }
        assertThat(scene.story()).containsExactly("Opened@180");
    }

    @Test
    void whoSawOneFailureContradictsNobody() {
        Scene scene = Scene.balanced();
        scene.refused("ap-1", 30);
        for (int round = 1; round <= 3; round++) {
            scene.good("ap-1", 30 * round + 15);
            scene.refused("eu-1", 30 * round + 16);
            scene.refused("us-1", 30 * round + 17);
        }
        assertThat(scene.story()).containsExactly("Opened@107");
    }

    @Test
    void opensAnewAfterHalfAnHour() {
        Scene scene = outage();
        recover(scene, 7, 80);
        fail(scene, 87, 6);
        assertThat(scene.story()).containsExactly("Opened@180", "Cleared@360", "Opened@2760");
    }

    @Test
    void whatIsNoEvidenceChangesNothing() {
        Scene scene = Scene.balanced();
        scene.good("local", 30);
        for (int round = 2; round <= 30; round++) {
            scene.look(30 * round).triggered(Trigger.MANUAL).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
            scene.look(30 * round).triggered(Trigger.UNKNOWN).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
            scene.look(30 * round).checking(Check.TRAFFIC).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
            scene.look(30 * round).ends(Outcome.INCONCLUSIVE, Stage.CONNECT, Optional.of(Fault.SELF_CHECK_FAILED));
            scene.look(30 * round).ends(Outcome.UNKNOWN, Stage.CONNECT, Optional.of(Fault.UNKNOWN));
        }
        assertThat(scene.findings).isEmpty();
        assertThat(scene.score(900)).isZero();
    }

    @Test
    void duplicatesVoteOnce() {
        Scene scene = Scene.balanced();
        for (int copy = 0; copy < 10; copy++) {
            scene.look(30).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
            scene.look(40).scheduled(35).triggered(Trigger.CONFIRMATION).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        }
        assertThat(scene.score(40)).isEqualTo(16);
    }

    @Test
    void greylistingIsDeferredForTenMinutesAndThenBad() {
        Scene scene = Scene.balanced();
        long second = 30;
        for (; second < 630; second += 30) {
            scene.look(second).replying(450, "4.2.0").fails(Stage.RCPT, Fault.TEMPFAIL);
            assertThat(scene.score(second)).isZero();
        }
        scene.look(second).replying(450, "4.2.0").fails(Stage.RCPT, Fault.TEMPFAIL);
        assertThat(scene.score(second)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"421, 4.2.0", "421, ''", "451, 4.3.2", "450, 4.4.1", "550, 5.1.1"})
    void aReplyThatStatesAFaultIsBadAtOnce(int code, String enhanced) {
        Scene scene = Scene.balanced();
        scene.look(30).replying(code, enhanced).fails(Stage.RCPT, Fault.TEMPFAIL);
        assertThat(scene.score(30)).isEqualTo(8);
    }

    @Test
    void aToleratedCertificateFaultIsGoodAndALateMessageIsADefect() {
        Scene scene = Scene.balanced();
        scene.look(30).ends(Outcome.IMPAIRED, Stage.ACCEPTED, Optional.of(Fault.TLS_UNTRUSTED));
        assertThat(scene.score(30)).isZero();
        for (int round = 2; round <= 7; round++) {
            scene.look(30 * round).ends(Outcome.IMPAIRED, Stage.ARRIVAL, Optional.of(Fault.LATE));
        }
        assertThat(scene.findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Opened.class,
                        opened -> assertThat(opened.report().severity()).isEqualTo(Severity.DEGRADED));
    }

    @Test
    void aBurstThatWasHeldUpForLessThanTwoMinutesIsJudgedAsEver() {
        Scene scene = Scene.balanced();
        scene.good("local", 0);
        scene.tick(200);
        for (int round = 1; round <= 6; round++) {
            scene.look(90 + 5 * round).scheduled(30 * round).appended(200).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        }
        assertThat(scene.findings).hasSize(3);
        assertThat(scene.findings.getLast()).isInstanceOfSatisfying(Finding.Opened.class, opened -> {
            assertThat(opened.report().severity()).isEqualTo(Severity.DOWN);
            assertThat(opened.report().agreeing()).containsExactly("local");
        });
    }

    @Test
    void aStaleBurstIsHistory() {
        Scene scene = Scene.balanced();
        scene.good("local", 30);
        for (int second = 60; second <= 600; second += 30) {
            scene.look(second).appended(1000).fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        }
        assertThat(scene.score(1000)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"300", "-300"})
    void aClockFiveMinutesOffMakesTheSameDisruption(long skew) {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 3; round++) {
            scene.refused("eu-1", 30 * round);
            scene.look(30 * round + skew)
                    .by("us-1")
                    .appended(30 * round + 5)
                    .fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        }
        assertThat(scene.story()).containsExactly("Opened@95");
    }

    @Test
    void raisesNothingInMaintenanceAndStartsFromZeroAtItsEnd() {
        Scene scene = Scene.balanced();
        scene.maintenance(0, 600);
        for (int round = 1; round <= 20; round++) {
            scene.refused("local", 30 * round);
            scene.tick(30 * round);
        }
        assertThat(scene.findings).isEmpty();
        assertThat(scene.score(600)).isEqualTo(8);
    }

    @Test
    void aChangedIntervalKeepsWhatIsOpen() {
        Scene scene = outage();
        scene.adopt(
                new DetectionSettings(
                        "example.test",
                        new DetectionRule.Evidence(Sensitivity.FAST),
                        new Schedule(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ZERO),
                        Set.of(Direction.INBOUND),
                        Set.of(),
                        List.of()),
                181);
        for (int second = 190; second <= 240; second += 10) {
            scene.good("local", second);
        }
        assertThat(scene.story()).containsExactly("Opened@180", "Cleared@240");
    }

    @Test
    void aDeletedMonitorClearsWhatIsOpen() {
        Scene scene = outage();
        scene.withdraw(200, ClearReason.MONITOR_DELETED);
        assertThat(scene.findings.getLast())
                .isInstanceOfSatisfying(
                        Finding.Cleared.class,
                        cleared -> assertThat(cleared.reason()).isEqualTo(ClearReason.MONITOR_DELETED));
    }

    @Test
    void anotherCauseIsToldOnceItPrevails() {
        Scene scene = outage();
        for (int round = 7; round <= 40; round++) {
            scene.look(30 * round)
                    .certificateEnds(Instant.parse("2026-11-24T03:12:00Z"))
                    .fails(Stage.TLS, Fault.TLS_EXPIRED);
        }
        assertThat(scene.findings).hasSize(2);
        assertThat(scene.findings.getLast())
                .isInstanceOfSatisfying(
                        Finding.Changed.class,
                        changed -> assertThat(changed.report().cause().sentence())
                                .isEqualTo(
                                        "mx1.example.test's certificate expired on 24 Nov 2026 03:12 UTC (vantage local)"));
    }

    private static Scene outage() {
        Scene scene = Scene.balanced();
        fail(scene, 1, 6);
        return scene;
    }

    private static void fail(Scene scene, int fromRound, int rounds) {
        for (int round = fromRound; round < fromRound + rounds; round++) {
            scene.refused("local", 30L * round);
        }
    }

    private static void recover(Scene scene, int fromRound, int rounds) {
        for (int round = fromRound; round < fromRound + rounds; round++) {
            scene.good("local", 30L * round);
        }
    }
}
