package org.mailcontinuity.notifier.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.HttpChannelContract;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.testbed.http.SinkAnswer;

class NtfyDialectTest extends HttpChannelContract {
    @BeforeEach
    void token() {
        secret("ntfy", "token", "tk_1");
    }

    @Override
    protected HttpDialect dialect() {
        return new NtfyDialect();
    }

    @Override
    protected SinkAnswer good() {
        return SinkAnswer.status(200);
    }

    @Override
    public Address address() {
        return new Address("NTFY", sink.uri("/outages").toString(), Optional.of("ntfy"));
    }

    @Test
    void publishesToTheTopicWithItsToken() {
        JsonNode body = sent(ChannelContract.outgoing(address()));
        assertThat(sink.requests().getLast().path()).isEqualTo("/");
        assertThat(sink.requests().getLast().header("authorization")).contains("Bearer tk_1");
        assertThat(body.path("topic").asText()).isEqualTo("outages");
        assertThat(body.path("priority").asInt()).isEqualTo(5);
        assertThat(body.path("click").asText()).isEqualTo("https://continuity.example/portal/x");
    }

    @Test
    void goodNewsIsNotUrgent() {
        JsonNode body = sent(later(ChannelContract.outgoing(address()), "RESOLVED"));
        assertThat(body.path("priority").asInt()).isEqualTo(3);
    }
}
