package org.mailcontinuity.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.standalone.mail.Fault;
import org.mailcontinuity.standalone.mail.MessageView;

/** The story that the README tells, while each service is killed once on the way. */
class DemoStoryJourneyIT {
    private final JourneyStack stack = JourneyStack.running();
    private final PortalVisit visit = new PortalVisit();

    @BeforeEach
    void startSound() throws Exception {
        stack.beginAnew();
    }

    @Test
    void aFaultIsToldAnsweredAndMendedThoughEachServiceDiesOnce() throws Exception {
        List<MessageView> before = stack.inbox();

        stack.mail().breakDown(Fault.REJECT, Optional.empty());
        stack.kill("probe-service-1");
        JsonNode disruption = awaitDisruption();
        stack.kill("notifier-service");
        URI link = PortalVisit.linkIn(
                stack.awaitMail(before, subject -> subject.startsWith("[DOWN]")).text());

        openingTheLinkChangesNothing(link);
        startTwiceByTheLink(link);
        String eventId = theOnlyEvent(disruption);
        stack.kill("event-service");
        assertThatModeIs(true);

        stack.kill("detector-service");
        stack.mail().recover();
        awaitCleared(disruption);
        stack.awaitMail(before, subject -> subject.startsWith("[RESOLVED]"));
        endByTheLink(link);

        assertThatModeIs(false);
        assertThat(theOnlyEvent(disruption)).isEqualTo(eventId);
        assertThat(stack.api().get("/api/v1/events/" + eventId).path("state").asText())
                .isEqualTo("ENDED");
        assertThat(stack.disruptions("INBOUND")).hasSize(1);
    }

    private JsonNode awaitDisruption() {
        JsonNode found = stack.await("a disruption")
                .until(
                        () -> stack.disruptions("INBOUND").stream()
                                .filter(each -> each.path("state").asText().equals("OPEN"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(found.path("cause").path("fault").asText()).isEqualTo("REJECTED");
        assertThat(found.path("cause").path("stage").asText()).isEqualTo("RCPT");
        assertThat(found.path("severity").asText()).isEqualTo("DOWN");
        return found;
    }

    private void openingTheLinkChangesNothing(URI link) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(visit.open(link).statusCode()).isEqualTo(200);
        }
        assertThat(stack.api()
                        .get("/api/v1/mode/alice@example.test")
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(open(stack.api().get("/api/v1/events?limit=200").path("items")))
                .isEmpty();
        assertThat(stack.disruptions("INBOUND")
                        .getFirst()
                        .path("alert")
                        .path("state")
                        .asText())
                .isEqualTo("FIRING");
    }

    /** A double tap: the same form sent twice. */
    private void startTwiceByTheLink(URI link) throws IOException, InterruptedException {
        PortalVisit.Form form = visit.form(link, "start").orElseThrow();
        assertThat(visit.send(form).statusCode()).isLessThan(400);
        visit.send(form);
        assertThatModeIs(true);
    }

    private String theOnlyEvent(JsonNode disruption) throws IOException, InterruptedException {
        String alertId = disruption.path("alert").path("alertId").asText();
        List<JsonNode> events = stack.api()
                .get("/api/v1/events?limit=200")
                .path("items")
                .valueStream()
                .filter(event -> event.path("alertId").asText().equals(alertId))
                .toList();
        assertThat(events).hasSize(1);
        return events.getFirst().path("eventId").asText();
    }

    private static List<JsonNode> open(JsonNode events) {
        return events.valueStream()
                .filter(event -> List.of("SCHEDULED", "ACTIVE")
                        .contains(event.path("state").asText()))
                .toList();
    }

    private void assertThatModeIs(boolean active) {
        stack.await("mode to be " + (active ? "on" : "off"))
                .untilAsserted(() -> assertThat(stack.api()
                                .get("/api/v1/mode/alice@example.test")
                                .path("active")
                                .asBoolean())
                        .isEqualTo(active));
    }

    private void awaitCleared(JsonNode disruption) {
        String path = "/api/v1/disruptions/" + disruption.path("disruptionId").asText();
        stack.await("the disruption to be cleared")
                .untilAsserted(() ->
                        assertThat(stack.api().get(path).path("state").asText()).isEqualTo("CLEARED"));
    }

    private void endByTheLink(URI link) throws IOException, InterruptedException {
        PortalVisit.Form form = visit.form(link, "end").orElseThrow();
        assertThat(visit.send(form).statusCode()).isLessThan(400);
    }
}
