package org.mailcontinuity.notifier.channel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.HttpChannelContract;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.testbed.http.SinkAnswer;

class PagerDutyDialectTest extends HttpChannelContract {
    @BeforeEach
    void routingKey() {
        secret("pd", "routing-key", "R0UT1NG");
    }

    @Override
    protected HttpDialect dialect() {
        return new PagerDutyDialect();
    }

    @Override
    protected SinkAnswer good() {
        return SinkAnswer.status(202).withBody("{\"status\":\"success\"}");
    }

    @Override
    public Address address() {
        return new Address("PAGERDUTY", sink.uri("/v2/enqueue").toString(), Optional.of("pd"));
    }

    @Test
    void oneIncidentIsOpenedTakenAndClosed() {
        Outgoing firing = ChannelContract.outgoing(address());
        JsonNode opened = sent(firing);
        assertThat(opened.path("event_action").asText()).isEqualTo("trigger");
        assertThat(opened.path("routing_key").asText()).isEqualTo("R0UT1NG");
        assertThat(opened.path("dedup_key").asText())
                .isEqualTo(firing.threadId().toString());
        assertThat(opened.path("payload").path("severity").asText()).isEqualTo("critical");
        assertThat(opened.path("payload").path("source").asText()).isEqualTo("example.test");
        for (String[] turn : new String[][] {{"ACKNOWLEDGED", "acknowledge"}, {"RESOLVED", "resolve"}}) {
            JsonNode next = sent(later(firing, turn[0]));
            assertThat(next.path("event_action").asText()).isEqualTo(turn[1]);
            assertThat(next.path("dedup_key").asText())
                    .isEqualTo(firing.threadId().toString());
        }
    }

    @Test
    void withoutItsKeyNothingIsSent() {
        Address address = new Address("PAGERDUTY", sink.uri("/v2/enqueue").toString(), Optional.empty());
        Attempt attempt = channel().send(ChannelContract.outgoing(address)).getLast();
        assertThat(attempt.answer().reply()).contains("has no routing-key");
        assertThat(sink.requests()).isEmpty();
    }
}
