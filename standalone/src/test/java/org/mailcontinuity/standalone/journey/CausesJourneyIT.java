package org.mailcontinuity.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.standalone.mail.Fault;

/** Each fault of the demo is named for what it is. */
class CausesJourneyIT {
    private final JourneyStack stack = JourneyStack.running();

    @BeforeEach
    void startSound() throws Exception {
        stack.beginAnew();
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN, INBOUND, CONNECT, CONNECT_REFUSED, DOWN",
        "TEMPFAIL, INBOUND, RCPT, TEMPFAIL, DOWN",
        "BLACKHOLE, INBOUND, CONNECT, CONNECT_TIMEOUT, DOWN",
        "EXPIRED_CERTIFICATE, INBOUND, TLS, TLS_EXPIRED, DOWN",
        "AUTH, OUTBOUND, AUTH, AUTH_FAILED, DOWN",
        "LOST, OUTBOUND, ARRIVAL, NOT_ARRIVED, DOWN",
        "SLOW, OUTBOUND, ARRIVAL, LATE, DEGRADED"
    })
    void aFaultIsNamed(Fault fault, String direction, String stage, String word, String severity) throws Exception {
        stack.mail().breakDown(fault, Optional.empty());
        JsonNode disruption = stack.await("a disruption for " + fault)
                .until(
                        () -> stack.disruptions(direction).stream()
                                .filter(each -> each.path("state").asText().equals("OPEN"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(disruption.path("cause").path("stage").asText()).isEqualTo(stage);
        assertThat(disruption.path("cause").path("fault").asText()).isEqualTo(word);
        assertThat(disruption.path("severity").asText()).isEqualTo(severity);
    }
}
