package org.mailcontinuity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.rule.Sensitivity;

/** One bad round tells little, however many look at however many routes. */
class BlipTest {
    private static final List<String> VANTAGES = List.of("eu-1", "us-1", "ap-1", "sa-1", "af-1", "au-1");
    private static final List<Route> ROUTES = List.of(Scene.MX1, Scene.MX2);

    @ParameterizedTest
    @CsvSource({
        "FAST, 1, 2", "FAST, 2, 2", "FAST, 3, 1", "FAST, 3, 2", "FAST, 5, 1", "FAST, 6, 2",
        "BALANCED, 1, 2", "BALANCED, 2, 2", "BALANCED, 3, 1", "BALANCED, 3, 2", "BALANCED, 5, 1", "BALANCED, 6, 2"
    })
    void aRoundThatFailsForAllIsQuietAfterAStrayFailureToo(Sensitivity sensitivity, int vantages, int routes) {
        Scene scene = Scene.evidence(sensitivity);
        for (int round = 1; round <= 20; round++) {
            for (String vantage : VANTAGES.subList(0, vantages)) {
                for (Route route : ROUTES.subList(0, routes)) {
                    boolean stray = round == 9 && vantage.equals("eu-1") && route.equals(Scene.MX1);
                    look(scene, vantage, route, 30 * round, round == 10 || stray);
                }
            }
        }
        assertThat(scene.findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 60", "3, 2, 60", "4, 1, 60", "5, 2, 60", "6, 1, 60", "2, 2, 90", "1, 2, 180"})
    void anOutageIsToldInAsManyRoundsWhateverTheRoutes(int vantages, int routes, long seconds) {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 20; round++) {
            for (String vantage : VANTAGES.subList(0, vantages)) {
                for (Route route : ROUTES.subList(0, routes)) {
                    look(scene, vantage, route, 30 * round, round > 10);
                }
            }
        }
        assertThat(scene.story()).containsExactly("Opened@" + (300 + seconds));
    }

    @Test
    void aGreylistingRouteHidesNoDeadOneBesideIt() {
        Scene scene = Scene.balanced();
        for (int round = 1; round <= 4; round++) {
            for (String vantage : VANTAGES.subList(0, 3)) {
                scene.look(30 * round).by(vantage).replying(451, "4.7.1").fails(Stage.RCPT, Fault.TEMPFAIL);
                look(scene, vantage, Scene.MX2, 30 * round, true);
            }
        }
        assertThat(scene.story().getFirst()).isEqualTo("Opened@60");
    }

    @Test
    void aCheckBegunInMaintenanceIsNoEvidenceAfterIt() {
        Scene scene = Scene.balanced();
        scene.maintenance(0, 600);
        for (String vantage : VANTAGES.subList(0, 3)) {
            scene.look(615).by(vantage).scheduled(585).fails(Stage.CONNECT, Fault.CONNECT_TIMEOUT);
            scene.look(630).by(vantage).scheduled(615).fails(Stage.CONNECT, Fault.CONNECT_TIMEOUT);
        }
        assertThat(scene.findings).isEmpty();
    }

    private static void look(Scene scene, String vantage, Route route, long second, boolean bad) {
        Scene.Look look = scene.look(second).by(vantage).over(route);
        if (bad) {
            look.fails(Stage.CONNECT, Fault.CONNECT_REFUSED);
        } else {
            look.good();
        }
    }
}
