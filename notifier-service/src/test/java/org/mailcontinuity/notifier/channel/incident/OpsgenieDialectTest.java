package org.mailcontinuity.notifier.channel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.HttpChannelContract;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.testbed.http.SinkAnswer;

class OpsgenieDialectTest extends HttpChannelContract {
    @BeforeEach
    void apiKey() {
        secret("og", "api-key", "k3y");
    }

    @Override
    protected HttpDialect dialect() {
        return new OpsgenieDialect();
    }

    @Override
    protected SinkAnswer good() {
        return SinkAnswer.status(202);
    }

    @Override
    public Address address() {
        return new Address("OPSGENIE", sink.uri("/v2/alerts").toString(), Optional.of("og"));
    }

    @Test
    void oneAlertIsOpenedTakenAndClosed() {
        Outgoing firing = ChannelContract.outgoing(address());
        JsonNode opened = sent(firing);
        assertThat(opened.path("alias").asText()).isEqualTo(firing.threadId().toString());
        assertThat(opened.path("priority").asText()).isEqualTo("P1");
        assertThat(sink.requests().getLast().path()).isEqualTo("/v2/alerts");
        assertThat(sink.requests().getLast().header("authorization")).contains("GenieKey k3y");
        for (String[] turn : new String[][] {{"ACKNOWLEDGED", "acknowledge"}, {"RESOLVED", "close"}}) {
            sent(later(firing, turn[0]));
            assertThat(sink.requests().getLast().path())
                    .isEqualTo("/v2/alerts/" + firing.threadId() + "/" + turn[1] + "?identifierType=alias");
        }
    }
}
