package org.mailcontinuity.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.contracts.link.PortalToken;
import org.mailcontinuity.standalone.mail.Fault;
import org.mailcontinuity.standalone.mail.MessageView;

/** Only a sound link opens the portal. */
class LinkJourneyIT {
    private final JourneyStack stack = JourneyStack.running();
    private final PortalVisit visit = new PortalVisit();

    @BeforeEach
    void startSound() throws Exception {
        stack.beginAnew();
    }

    @Test
    void aTamperedAndAnExpiredLinkAreRefused() throws Exception {
        List<MessageView> before = stack.inbox();
        stack.mail().breakDown(Fault.DOWN, Optional.empty());
        MessageView alert = stack.awaitMail(before, subject -> subject.startsWith("[DOWN]"));
        URI link = PortalVisit.linkIn(alert.text());
        HttpResponse<String> page = visit.open(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");

        assertRefused(tampered(link));
        assertRefused(expired(link));
        assertThat(stack.api()
                        .get("/api/v1/mode/alice@example.test")
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    private void assertRefused(URI link) throws Exception {
        assertThat(visit.open(link).statusCode()).isBetween(400, 499);
        assertThat(visit.form(link, "start")).isEmpty();
        URI start = URI.create(link + "/start");
        assertThat(visit.send(new PortalVisit.Form(start, Map.of())).statusCode())
                .isBetween(400, 499);
    }

    private static URI tampered(URI link) {
        String text = link.toString();
        int middle = text.length() - 60;
        char other = text.charAt(middle) == 'A' ? 'B' : 'A';
        return URI.create(text.substring(0, middle) + other + text.substring(middle + 1));
    }

    /** A link that the notifier's own key has signed, for the same alert and contact, whose time has passed. */
    private URI expired(URI link) throws Exception {
        String contactId = stack.api()
                .get("/api/v1/contacts?limit=200")
                .path("items")
                .path(0)
                .path("contactId")
                .asText();
        JsonNode disruption = stack.disruptions("INBOUND").getFirst();
        String alertId = disruption.path("alert").path("alertId").asText();
        Instant passed = InstantSource.system().instant().minus(Duration.ofMinutes(1));
        String token =
                new PortalToken(1, UUID.fromString(alertId), UUID.fromString(contactId), passed).signedWith(linkKey());
        return link.resolve("/portal/" + token);
    }

    private PrivateKey linkKey() throws Exception {
        String pem = Files.readString(stack.installation().secrets().resolve("link/private.pem"));
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
