package org.mailcontinuity.contracts;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.alert.AffectedMonitor;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.alert.AlertState;
import org.mailcontinuity.contracts.alert.AlertStep;
import org.mailcontinuity.contracts.alert.EventAnswer;
import org.mailcontinuity.contracts.alert.Standing;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.contracts.audience.AudienceMember;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.contact.QuietHours;
import org.mailcontinuity.contracts.contact.QuietSpan;
import org.mailcontinuity.contracts.disruption.Disruption;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.Notice;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.contracts.reply.ReplyCommand;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.contracts.reply.ReplyOutcome;
import org.mailcontinuity.contracts.sample.Direction;

/** Who is told, and of what: the examples of the night's alert. */
final class AlertExamples {
    private static final UUID OTHER_MONITOR = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a06");
    private static final UUID REPLY = UUID.fromString("019c1f3a-7c00-7a10-8b3e-3f1f0c9d2a77");

    private AlertExamples() {}

    static Contact contact() {
        return new Contact(
                Examples.CONTACT,
                2,
                "Ada Admin",
                "de-AT",
                "Europe/Vienna",
                List.of(
                        new ContactChannel(
                                ChannelType.EMAIL,
                                "ada@alerts.example.net",
                                Optional.empty(),
                                Optional.of(Examples.at(-86_400))),
                        new ContactChannel(ChannelType.SMS, "+4366012345678", Optional.empty()),
                        new ContactChannel(
                                ChannelType.WEBHOOK, "https://hooks.example.net/continuity", Optional.of("ada-hook"))),
                Optional.of(quietHours(Optional.empty())));
    }

    private static QuietHours quietHours(Optional<String> timeZone) {
        return new QuietHours(
                timeZone,
                List.of(
                        new QuietSpan(
                                List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 30)),
                        new QuietSpan(List.of(DayOfWeek.SUNDAY), LocalTime.of(0, 0), LocalTime.of(12, 0))),
                List.of(Severity.DOWN));
    }

    static Audience audience() {
        return new Audience(
                Examples.GROUP,
                0,
                7,
                "Sales",
                List.of(
                        new AudienceMember(
                                "@sales.example.test",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new AudienceMember(
                                "eve@example.test",
                                Optional.of("Eve Example"),
                                Optional.of("+4366087654321"),
                                Optional.of("eve@home.example.net"),
                                Optional.of("de-AT"))));
    }

    static AlertChanged alertChanged() {
        return new AlertChanged(
                Examples.alertId(),
                4,
                AlertState.SUSPENDED,
                1,
                Severity.DOWN,
                Examples.at(30),
                Examples.at(61),
                Examples.at(260),
                Optional.of(new Standing("Ada Admin", Examples.at(260), Optional.of(Examples.at(3860)))),
                Optional.empty(),
                Duration.ofMinutes(30),
                List.of(new AlertStep(Duration.ZERO, List.of(Examples.CONTACT), List.of(ChannelType.EMAIL))),
                Examples.cause(),
                monitors(),
                List.of(
                        Examples.disruption(Severity.DOWN).disruptionId(),
                        Disruption.idOf(OTHER_MONITOR, Direction.INBOUND, "FLOW", Examples.at(60))),
                Optional.of(new EventAnswer(Examples.EVENT, EventState.ACTIVE, Examples.at(14_400))),
                Optional.of("mx1.example.test"),
                2,
                2,
                1,
                Optional.of(Examples.POLICY),
                Optional.of(quietHours(Optional.of("Europe/Vienna"))),
                List.of("de", "en"));
    }

    private static List<AffectedMonitor> monitors() {
        return List.of(
                new AffectedMonitor(
                        Examples.MONITOR,
                        "example.test mail",
                        "example.test",
                        Direction.INBOUND,
                        Optional.of(Examples.disruption(Severity.DOWN).disruptionId()),
                        Optional.of(Severity.DOWN),
                        Optional.empty(),
                        Optional.of(Examples.at(30)),
                        Optional.empty()),
                new AffectedMonitor(
                        OTHER_MONITOR,
                        "sales.example.test mail",
                        "sales.example.test",
                        Direction.INBOUND,
                        Optional.of(Disruption.idOf(OTHER_MONITOR, Direction.INBOUND, "FLOW", Examples.at(60))),
                        Optional.of(Severity.DEGRADED),
                        Optional.of("mx1.example.test refuses connections on port 25 (1 of 3 vantages)"),
                        Optional.of(Examples.at(60)),
                        Optional.of(Examples.at(240))));
    }

    static NotificationAttempted notificationAttempted() {
        return new NotificationAttempted(
                DerivedId.of("delivery", Examples.alertId(), 1, "FIRING", 0, Examples.CONTACT, "EMAIL", 0),
                Optional.of(Examples.alertId()),
                Optional.empty(),
                1,
                Notice.FIRING,
                0,
                Examples.CONTACT,
                ChannelType.EMAIL,
                0,
                1,
                Examples.at(62),
                AttemptOutcome.RETRYING,
                Optional.of("relay1.example.net:587"),
                Optional.of("421 4.3.2 Service shutting down"),
                Optional.of(Examples.at(67)),
                Optional.of(contact().channels().getFirst().addressId()),
                false);
    }

    static ContactReplied contactReplied() {
        return new ContactReplied(
                REPLY,
                Examples.alertId(),
                Examples.CONTACT,
                ReplyCommand.START,
                Optional.of(Duration.ofHours(2)),
                ChannelType.SMS,
                Examples.at(130));
    }

    static ReplyHandled replyHandled() {
        return new ReplyHandled(
                REPLY,
                Examples.alertId(),
                Examples.CONTACT,
                ReplyOutcome.STARTED,
                Examples.at(131),
                Optional.of(Examples.at(131 + 7_200)));
    }
}
