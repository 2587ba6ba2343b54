package org.mailcontinuity.probe.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.sample.Check;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.sample.Trigger;
import org.mailcontinuity.probe.dialing.Course;
import org.mailcontinuity.probe.smtp.CertificateSeen;
import org.mailcontinuity.probe.smtp.SmtpReply;

class SampleMapperTest {
    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
    private static final Route ROUTE = Route.of("mx.example.test", 25, 10);

    private final SampleMapper mapper = new SampleMapper("w1");

    private static Round round() {
        String json = """
                {"monitorId": "0197a000-0000-7000-8000-000000000001", "revision": 3, "name": "m",
                 "domain": "example.test", "inbound": {"mx": true, "recipient": "a@example.test"}}""";
        MonitorDefinition definition = Messages.decode(MonitorDefinition.class, json.getBytes(StandardCharsets.UTF_8));
        return new Round(definition, "eu-1", Trigger.SCHEDULED, AT);
    }

    private static Measurement measurement(Outcome outcome, Optional<Fault> fault) {
        Course course = new Course(
                AT,
                AT.plusMillis(120),
                outcome,
                Stage.RCPT,
                fault,
                Optional.of(new SmtpReply(550, Optional.of("5.1.1"), List.of(""))),
                Optional.of(new CertificateSeen("", "CN=ca", AT.minus(Duration.ofHours(1)))),
                Map.of(Stage.CONNECT, Duration.ofMillis(20), Stage.RCPT, Duration.ofMillis(100)),
                Duration.ofMillis(120));
        return new Measurement(Direction.INBOUND, Check.SMTP_ROUTE, Optional.of(ROUTE), course, List.of());
    }

    @Test
    void keepsWhatWasMeasured() {
        Sample sample =
                mapper.sampleOf(round(), measurement(Outcome.FAILURE, Optional.of(Fault.REJECTED)), Optional.empty());
        assertThat(sample.sampleId())
                .isEqualTo(Sample.idOf(sample.monitorId(), "eu-1", Check.SMTP_ROUTE, Optional.of(ROUTE), AT));
        assertThat(sample.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(sample.reply().orElseThrow().text()).isEmpty();
        assertThat(sample.timings().connect()).contains(20L);
        assertThat(sample.timings().greeting()).isEmpty();
        assertThat(sample.timings().total()).isEqualTo(120);
        assertThat(sample.certificate().orElseThrow().daysLeft()).isEqualTo(-1);
        assertThat(sample.certificate().orElseThrow().subject()).isEqualTo("-");
    }

    @Test
    void takesAFailureForItsOwnWhereTheWorkerIsAtFault() {
        Sample sample = mapper.sampleOf(
                round(),
                measurement(Outcome.FAILURE, Optional.of(Fault.CONNECT_TIMEOUT)),
                Optional.of(Fault.SELF_CHECK_FAILED));
        assertThat(sample.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(sample.fault()).contains(Fault.SELF_CHECK_FAILED);
    }

    @Test
    void believesWhatGotThroughAllTheSame() {
        Sample sample = mapper.sampleOf(
                round(), measurement(Outcome.SUCCESS, Optional.empty()), Optional.of(Fault.SELF_CHECK_FAILED));
        assertThat(sample.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(sample.fault()).isEmpty();
    }
}
