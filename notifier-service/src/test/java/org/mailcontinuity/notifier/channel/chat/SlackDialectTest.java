package org.mailcontinuity.notifier.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.channel.Attempt;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.HttpChannelContract;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.testbed.http.SinkAnswer;

class SlackDialectTest extends HttpChannelContract {
    @Override
    protected HttpDialect dialect() {
        return new SlackDialect();
    }

    @Override
    protected SinkAnswer good() {
        return SinkAnswer.status(200).withBody("ok");
    }

    @Override
    public Address address() {
        return new Address("SLACK", sink.uri("/services/T0/B0/xyz").toString(), Optional.empty());
    }

    @Test
    void saysItInPlainTextWithOneLink() {
        JsonNode body = sent(ChannelContract.outgoing(address()));
        assertThat(body.path("text").asText()).isEqualTo("[DOWN] example.test – ü");
        assertThat(body.findValuesAsText("type")).doesNotContain("mrkdwn");
        assertThat(body.findValuesAsText("url")).containsExactly("https://continuity.example/portal/x");
    }

    @Test
    void secretUrlIsTheCredentials() {
        secret("ops", "url", sink.uri("/services/secret").toString());
        Address address = new Address("SLACK", "https://hooks.slack.invalid/", Optional.of("ops"));
        Attempt attempt = channel().send(ChannelContract.outgoing(address)).getLast();
        assertThat(sink.requests().getLast().path()).isEqualTo("/services/secret");
        assertThat(attempt.via()).doesNotContain("secret");
    }

    @Test
    void revokedWebhookIsABadAddress() {
        sink.answer(SinkAnswer.status(403).withBody("invalid_token"));
        assertThat(channel().send(ChannelContract.outgoing(address())).getLast().answer())
                .isEqualTo(Attempt.Refused.badAddress("403 invalid_token"));
    }
}
