package org.mailcontinuity.notifier.channel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.notifier.channel.ChannelContract;
import org.mailcontinuity.notifier.channel.HttpChannelContract;
import org.mailcontinuity.notifier.channel.HttpDialect;
import org.mailcontinuity.notifier.channel.Outgoing;
import org.mailcontinuity.notifier.contact.Address;
import org.mailcontinuity.testbed.http.SinkAnswer;

class AlertmanagerDialectTest extends HttpChannelContract {
    @Override
    protected HttpDialect dialect() {
        return new AlertmanagerDialect();
    }

    @Override
    protected SinkAnswer good() {
        return SinkAnswer.status(200);
    }

    @Override
    public Address address() {
        return new Address("ALERTMANAGER", sink.uri("/alertmanager/").toString(), Optional.empty());
    }

    @Test
    void oneGradeFiresAndTheOthersAreOver() {
        JsonNode alerts = sent(ChannelContract.outgoing(address()));
        assertThat(sink.requests().getLast().path()).isEqualTo("/alertmanager/api/v2/alerts");
        for (JsonNode alert : alerts) {
            boolean fires = Instant.parse(alert.path("endsAt").asText()).isAfter(Instant.now());
            assertThat(fires)
                    .isEqualTo(alert.path("labels").path("severity").asText().equals("critical"));
        }
    }

    @Test
    void theSameLabelsEndWhenItIsResolved() {
        Outgoing firing = ChannelContract.outgoing(address());
        JsonNode before = sent(firing);
        JsonNode after = sent(later(firing, "RESOLVED"));
        assertThat(after.findValues("labels")).isEqualTo(before.findValues("labels"));
        assertThat(after)
                .allSatisfy(
                        alert -> assertThat(Instant.parse(alert.path("endsAt").asText()))
                                .isBeforeOrEqualTo(Instant.now())
                                .isAfter(Instant.parse(alert.path("startsAt").asText())));
    }
}
