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

class TeamsDialectTest extends HttpChannelContract {
    @Override
    protected HttpDialect dialect() {
        return new TeamsDialect();
    }

    @Override
    protected SinkAnswer good() {
        return SinkAnswer.status(202);
    }

    @Override
    public Address address() {
        return new Address(
                "TEAMS",
                sink.uri("/workflows/1/triggers/manual/paths/invoke?sig=s").toString(),
                Optional.empty());
    }

    @Test
    void postsAnAdaptiveCardWhoseTextKnowsNoMarkdown() {
        JsonNode body = sent(ChannelContract.outgoing(address()));
        JsonNode attachment = body.path("attachments").get(0);
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode card = attachment.path("content");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.path("body"))
                .allSatisfy(block -> assertThat(block.path("type").asText()).isEqualTo("RichTextBlock"));
        assertThat(card.path("actions").get(0).path("url").asText()).isEqualTo("https://continuity.example/portal/x");
    }

    @Test
    void takenByTheWorkflowIsNotConfirmed() {
        peerAccepts();
        assertThat(channel().send(ChannelContract.outgoing(address())).getLast().answer())
                .isEqualTo(new Attempt.Accepted("202", false));
    }

    @Test
    void refusalInsideA200IsHeard() {
        sink.answer(
                SinkAnswer.status(200).withBody("Webhook message delivery failed: HTTP error 429 with ContextId x"));
        assertThat(channel().send(ChannelContract.outgoing(address())).getLast().answer())
                .isInstanceOf(Attempt.PutOff.class);
    }
}
