package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.contracts.audience.AudienceMember;
import org.mailcontinuity.contracts.event.ChangeKind;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.contracts.event.EventChange;
import org.mailcontinuity.contracts.event.EventState;
import org.mailcontinuity.contracts.event.NoticeWording;
import org.mailcontinuity.contracts.event.Notices;
import org.mailcontinuity.contracts.event.Recovery;
import org.mailcontinuity.contracts.event.Scope;
import org.mailcontinuity.contracts.event.StartedBy;
import org.mailcontinuity.contracts.notification.NotificationAttempted;

/** Start and end of continuity events reach the people concerned. */
@QuarkusTest
@QuarkusTestResource(NotifierStack.class)
class EventNoticeIT {
    @SuppressWarnings("NullAway.Init") // set by the test resource
    NotifierStack.Peers peers;

    @Inject
    ShiftedClock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private TestWorld world;

    @BeforeEach
    void open() {
        world = new TestWorld(peers, database, bootstrapServers);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tellsStartAndEndOnceEach() {
        UUID ada = world.contact("de");
        UUID event = UUID.randomUUID();
        Notices notices = new Notices(true, true, List.of(ada), Optional.of("Bitte das Webportal benutzen."));
        world.topics().write(event(event, 1, EventState.ACTIVE, ChangeKind.STARTED, notices, Optional.empty()));
        world.topics().write(event(event, 2, EventState.ACTIVE, ChangeKind.EXTENDED, notices, Optional.empty()));
        world.topics().write(event(event, 3, EventState.ENDED, ChangeKind.ENDED, notices, Optional.empty()));

        assertThat(world.awaitMails(ada, 2))
                .hasSize(2)
                .first()
                .satisfies(mail -> assertThat(mail.content())
                        .contains("Bitte das Webportal benutzen.")
                        .contains("Gestartet von:  Ada"));
        List<NotificationAttempted> told = world.awaitNotifications(event, 2);
        assertThat(told).allSatisfy(attempt -> assertThat(attempt.eventId()).contains(event));
    }

    @Test
    void eventThatNamesNobodyIsToldToThePeopleOfItsAlert() {
        UUID ada = world.contact("en");
        TestAlert alert = new TestAlert().step(0, ada);
        world.topics().write(alert.firing());
        world.awaitMails(ada, 1);
        Notices notices = new Notices(true, false, List.of(), Optional.empty());
        UUID event = UUID.randomUUID();
        world.topics().write(event(event, 1, EventState.ACTIVE, ChangeKind.STARTED, notices, Optional.of(alert.id())));

        assertThat(world.awaitMails(ada, 2).getLast().content())
                .contains("has started")
                .contains("continuity.example/portal/");
    }

    @Test
    void membersOfUserGroupsAreToldInTheirLanguageAndByOtherAddresses() {
        UUID group = UUID.randomUUID();
        UUID ada = UUID.randomUUID();
        AudienceMember member = new AudienceMember(
                ada + "@example.test",
                Optional.of("Ada"),
                Optional.empty(),
                Optional.of(ada + "@people.test"),
                Optional.of("de"));
        AudienceMember everyone = new AudienceMember(
                "@example.test", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        world.topics().write(new Audience(group, 0, 1, "Sales", List.of(everyone, member)));
        world.settle(group);
        List<NoticeWording> wordings =
                List.of(new NoticeWording("de", Optional.of("Bitte telefonieren."), Optional.empty()));
        Notices notices =
                new Notices(true, true, List.of(), Optional.of("Please call."), wordings, List.of(group), false);
        UUID event = UUID.randomUUID();
        world.topics().write(event(event, 1, EventState.ACTIVE, ChangeKind.STARTED, notices, Optional.empty()));

        assertThat(world.awaitMails(ada, 1).getFirst().content())
                .contains("Subject: [E-MAIL] Mail outage", "Bitte telefonieren.")
                .doesNotContain("/portal/");
        assertThat(world.awaitNotifications(event, 1).getFirst().contactId()).isEqualTo(member.id());
    }

    @Test
    void historyIsNotTold() {
        UUID ada = world.contact("en");
        Notices notices = new Notices(true, true, List.of(ada), Optional.empty());
        clock.advance(Duration.ofHours(25));
        Instant before = clock.instant().minus(Duration.ofHours(25));
        UUID old = UUID.randomUUID();
        world.topics().write(event(old, 1, EventState.ACTIVE, ChangeKind.STARTED, notices, Optional.empty(), before));
        UUID fresh = UUID.randomUUID();
        world.topics().write(event(fresh, 1, EventState.ACTIVE, ChangeKind.STARTED, notices, Optional.empty()));

        world.awaitNotifications(fresh, 1);
        assertThat(world.topics().notifications(old)).isEmpty();
    }

    private ContinuityEventChanged event(
            UUID id, long revision, EventState state, ChangeKind kind, Notices notices, Optional<UUID> alertId) {
        return event(id, revision, state, kind, notices, alertId, clock.instant());
    }

    private static ContinuityEventChanged event(
            UUID id,
            long revision,
            EventState state,
            ChangeKind kind,
            Notices notices,
            Optional<UUID> alertId,
            Instant at) {
        return new ContinuityEventChanged(
                id,
                revision,
                state,
                new EventChange(kind, at, "Ada", Optional.empty()),
                "Mail outage",
                Optional.empty(),
                Scope.EVERYONE,
                at,
                at.plus(Duration.ofHours(4)),
                "Europe/Vienna",
                Optional.of(at),
                Optional.empty(),
                Optional.of(StartedBy.ALERT_LINK),
                alertId,
                Optional.empty(),
                false,
                notices,
                Recovery.NOT_APPLICABLE);
    }
}
