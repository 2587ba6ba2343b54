package org.mailcontinuity.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mailcontinuity.contracts.contact.ChannelType;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.contact.ContactChannel;
import org.mailcontinuity.contracts.link.PortalToken;
import org.mailcontinuity.contracts.notification.AttemptOutcome;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.testbed.http.SinkRequest;
import org.mailcontinuity.testbed.smtp.SmtpMessage;
import org.mailcontinuity.testbed.smtp.SmtpScript;
import org.mailcontinuity.testbed.smtp.SmtpStage;

/** The notifier's surroundings as a test steers and sees them: topics, relays, receivers, people. */
final class TestWorld implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern TOKEN = Pattern.compile("https://continuity\\.example/portal/([\\w-]{136})");

    private final NotifierStack.Peers peers;
    private final DataSource database;
    private final TestTopics topics;

    TestWorld(NotifierStack.Peers peers, DataSource database, String bootstrapServers) {
        this.peers = peers;
        this.database = database;
        this.topics = new TestTopics(bootstrapServers);
        accept();
    }

    TestTopics topics() {
        return topics;
    }

    @Override
    public void close() {
        topics.close();
    }

    UUID contact(String locale) {
        UUID id = UUID.randomUUID();
        topics.write(person(id, locale, new ContactChannel(ChannelType.EMAIL, id + "@people.test", Optional.empty())));
        return id;
    }

    Contact person(UUID id, String locale, ContactChannel... channels) {
        return new Contact(id, 1, "Ada Lovelace", locale, "Europe/Vienna", List.of(channels));
    }

    String hook(UUID contact) {
        return peers.webhook().uri("/" + contact).toString();
    }

    List<SinkRequest> hooks(UUID contact) {
        return peers.webhook().requests().stream()
                .filter(request -> request.path().equals("/" + contact))
                .toList();
    }

    void refuseRecipient(String reply) {
        peers.first().turnTo(SmtpScript.accepting().answer(SmtpStage.RCPT, reply));
        peers.second().turnTo(SmtpScript.accepting().answer(SmtpStage.RCPT, reply));
    }

    void accept() {
        peers.first().turnTo(SmtpScript.accepting());
        peers.second().turnTo(SmtpScript.accepting());
    }

    /** Waits until the last state of the alert has been taken. */
    void settle(TestAlert alert) {
        await().atMost(SOON).until(() -> revision(alert) == alert.revision());
    }

    /** Waits until the members of the group have come. */
    void settle(UUID group) {
        await().atMost(SOON).until(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement query =
                            connection.prepareStatement("select 1 from audience_chunk where group_id = ?")) {
                query.setObject(1, group);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    long revision(TestAlert alert) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select revision from alert where alert_id = ?")) {
            query.setObject(1, alert.id());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Waits until it is so. */
    void until(Callable<Boolean> condition) {
        await().atMost(SOON).until(condition);
    }

    List<NotificationAttempted> awaitNotifications(UUID subject, int count) {
        return await().atMost(SOON).until(() -> topics.notifications(subject), found -> found.size() >= count);
    }

    List<NotificationAttempted> awaitNotifications(TestAlert alert, int count) {
        return await().atMost(SOON).until(() -> topics.notifications(alert.id()), found -> found.size() >= count);
    }

    NotificationAttempted awaitOutcome(TestAlert alert, AttemptOutcome outcome) {
        return await().atMost(SOON)
                .until(
                        () -> topics.notifications(alert.id()).stream()
                                .filter(told -> told.outcome() == outcome)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    List<SmtpMessage> awaitMails(UUID contact, int count) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mails(contact), found -> found.size() >= count);
    }

    List<SmtpMessage> mails(UUID contact) {
        return Stream.of(peers.first(), peers.second())
                .flatMap(relay -> relay.messages().stream())
                .filter(mail -> mail.recipients().contains(contact + "@people.test"))
                .toList();
    }

    PortalToken token(SmtpMessage mail, Instant now) {
        String content = mail.content().replace("=\r\n", "").replace("=3D", "=");
        Matcher found = TOKEN.matcher(content);
        assertThat(found.find()).isTrue();
        PortalToken.Verification checked = PortalToken.verify(
                found.group(1), id -> Optional.of(peers.linkKeys().getPublic()), now);
        assertThat(checked).isInstanceOf(PortalToken.Verification.Valid.class);
        return ((PortalToken.Verification.Valid) checked).token();
    }
}
