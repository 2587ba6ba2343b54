package org.mailcontinuity.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.mailcontinuity.standalone.mail.Fault;

/** A fault of one vantage is its own: nobody is alerted, and the others go on. */
@EnabledOnOs(OS.LINUX) // others have no second loopback address
class VantagesJourneyIT {
    /** 10 rounds of the demo's monitor, twice what five bad ones need to fire. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private static final Duration BAR = Duration.ofSeconds(60);

    private final JourneyStack stack = JourneyStack.running();

    @BeforeEach
    void startSound() throws Exception {
        stack.beginAnew();
        stack.await("all vantages to see")
                .untilAsserted(() -> assertThat(sight().path("state").asText()).isEqualTo("FULL_SIGHT"));
        stack.await("a first judgement")
                .until(() -> !status().path("directions").isEmpty());
    }

    @Test
    void cuttingOneVantageRaisesNoAlertAndARealFaultStillDoes() throws Exception {
        assertThat(stack.mail().cut("vantage-2")).isEmpty();

        stack.await("the vantage to see its own fault")
                .untilAsserted(() -> assertThat(sight().path("state").asText()).isEqualTo("REDUCED_SIGHT"));
        assertThat(sight().path("missing").path(0).path("vantage").asText()).isEqualTo("vantage-2");
        assertThat(sight().path("missing").path(0).path("state").asText()).isEqualTo("SELF_CHECK_FAILED");
        assertThatNothingIsRaised();

        stack.mail().breakDown(Fault.REJECT, Optional.empty());
        stack.await("a disruption")
                .atMost(BAR)
                .untilAsserted(() -> assertThat(stack.disruptions("INBOUND")).hasSize(1));
        JsonNode disruption = stack.disruptions("INBOUND").getFirst();
        assertThat(disruption.path("severity").asText()).isEqualTo("DOWN");
        assertThat(disruption.path("cause").path("fault").asText()).isEqualTo("REJECTED");

        stack.mail().recover();
        stack.await("full sight again")
                .untilAsserted(() -> assertThat(sight().path("state").asText()).isEqualTo("FULL_SIGHT"));
    }

    @Test
    void aFaultOfOneVantagesPathIsRegionalAndRaisesNoAlert() throws Exception {
        assertThat(stack.mail().breakDown(Fault.REJECT, Optional.empty(), "vantage-2"))
                .isEmpty();

        stack.await("the fault to be called regional")
                .untilAsserted(() -> assertThat(regional()).contains("vantage-2"));
        assertThat(regional()).containsExactly("vantage-2");
        assertThat(sight().path("state").asText()).isEqualTo("FULL_SIGHT");
        assertThatNothingIsRaised();
    }

    private void assertThatNothingIsRaised() {
        stack.await("nothing to be raised")
                .during(LONG_ENOUGH)
                .until(() -> stack.disruptions("INBOUND").isEmpty()
                        && stack.disruptions("OUTBOUND").isEmpty());
    }

    private JsonNode status() throws IOException, InterruptedException {
        return stack.api().get("/api/v1/monitors/" + stack.monitorId() + "/status");
    }

    private JsonNode sight() throws IOException, InterruptedException {
        return status().path("sight");
    }

    private List<String> regional() throws IOException, InterruptedException {
        return status().path("directions")
                .valueStream()
                .filter(direction -> direction.path("direction").asText().equals("INBOUND"))
                .flatMap(direction -> direction.path("regional").valueStream())
                .map(JsonNode::asText)
                .toList();
    }
}
