package org.mailcontinuity.events.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.contracts.reply.ReplyCommand;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.contracts.reply.ReplyOutcome;
import org.mailcontinuity.events.Caller;
import org.mailcontinuity.events.EventServiceTest;
import org.mailcontinuity.events.Outage;
import org.mailcontinuity.events.People;
import org.mailcontinuity.events.Wire;

/** What contacts answer by SMS is done, once, and said back. */
@EventServiceTest
class ReplyIT {
    private UUID contact;
    private Outage outage;

    @BeforeEach
    void alertSomebody() {
        String contactId = People.contact("Ada Lovelace", "ada@elsewhere.test");
        contact = UUID.fromString(contactId);
        outage = Outage.begin(People.monitor("broken.test", People.policy(contactId)), Severity.DOWN);
        outage.alert(AlertState.FIRING);
    }

    @Test
    void acknowledgesUnderTheContactsNameAndOnce() {
        ContactReplied reply = reply(ReplyCommand.ACKNOWLEDGE, Optional.empty(), contact);
        Wire.send(reply, "one " + reply.replyId());
        Wire.send(reply, "one " + reply.replyId());
        assertThat(handled(reply).outcome()).isEqualTo(ReplyOutcome.ACKNOWLEDGED);
        assertThat(outage.alert(AlertState.ACKNOWLEDGED).standing())
                .get()
                .satisfies(standing -> assertThat(standing.by()).isEqualTo("Ada Lovelace"));
        assertThat(said(ReplyCommand.ACKNOWLEDGE, Optional.empty()).outcome())
                .isEqualTo(ReplyOutcome.ALREADY_ACKNOWLEDGED);
        assertThat(Wire.read(ReplyHandled.class, reply.replyId().toString())).hasSize(1);
        Caller.admin()
                .get("/api/v1/audit?resourceId=" + outage.alertId())
                .then()
                .body("items.action", equalTo(List.of("acknowledge")))
                .body("items[0].actor.kind", equalTo("CONTACT"))
                .body("items[0].actor.name", equalTo("Ada Lovelace"))
                .body("items[0].actor.address", equalTo("SMS"));
    }

    @Test
    void startsAndEndsAnEvent() {
        ReplyHandled started = said(ReplyCommand.START, Optional.of(Duration.ofHours(2)));
        assertThat(started.outcome()).isEqualTo(ReplyOutcome.STARTED);
        assertThat(started.until())
                .hasValueSatisfying(until -> assertThat(until)
                        .isBetween(
                                started.at().plus(Duration.ofMinutes(119)),
                                started.at().plus(Duration.ofMinutes(121))));
        ReplyHandled again = said(ReplyCommand.START, Optional.empty());
        assertThat(again.outcome()).isEqualTo(ReplyOutcome.ALREADY_STARTED);
        assertThat(again.until()).isEqualTo(started.until());
        assertThat(said(ReplyCommand.END, Optional.empty()).outcome()).isEqualTo(ReplyOutcome.ENDED);
        assertThat(said(ReplyCommand.END, Optional.empty()).outcome()).isEqualTo(ReplyOutcome.NOT_POSSIBLE);
    }

    @Test
    void suspendsForAnHourUnlessToldOtherwise() {
        ReplyHandled muted = said(ReplyCommand.SUSPEND, Optional.empty());
        assertThat(muted.outcome()).isEqualTo(ReplyOutcome.SUSPENDED);
        assertThat(muted.until()).contains(muted.at().plus(Duration.ofHours(1)));
        outage.alert(AlertState.SUSPENDED);
    }

    @Test
    void startBelowTheShortestEventIsRefused() {
        assertThat(said(ReplyCommand.START, Optional.of(Duration.ofMinutes(1))).outcome())
                .isEqualTo(ReplyOutcome.NOT_POSSIBLE);
    }

    @Test
    void somebodyWhomTheAlertIsNotForIsRefused() {
        UUID other = UUID.fromString(People.contact("Bob", "bob@elsewhere.test"));
        ContactReplied reply = reply(ReplyCommand.ACKNOWLEDGE, Optional.empty(), other);
        Wire.send(reply);
        assertThat(handled(reply).outcome()).isEqualTo(ReplyOutcome.WITHDRAWN);
        assertThat(outage.alert(AlertState.FIRING).revision()).isEqualTo(1);
    }

    private ReplyHandled said(ReplyCommand command, Optional<Duration> duration) {
        ContactReplied reply = reply(command, duration, contact);
        Wire.send(reply);
        return handled(reply);
    }

    private ContactReplied reply(ReplyCommand command, Optional<Duration> duration, UUID by) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new ContactReplied(UUID.randomUUID(), outage.alertId(), by, command, duration, ChannelType.SMS, now);
    }

    private static ReplyHandled handled(ContactReplied reply) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> Wire.latest(ReplyHandled.class, reply.replyId().toString()), Optional::isPresent)
                .orElseThrow();
    }
}
