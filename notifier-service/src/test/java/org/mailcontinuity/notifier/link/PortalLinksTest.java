package org.mailcontinuity.notifier.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.contracts.link.PortalToken;
import org.mailcontinuity.testbed.tls.Pem;

class PortalLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void linkHoldsForThatContactAndAlertForADay(@TempDir Path directory) throws IOException, NoSuchAlgorithmException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path pem = directory.resolve("link.pem");
        Files.writeString(pem, Pem.privateKey(keys.getPrivate()));
        PortalLinks links = new PortalLinks(URI.create("https://continuity.example/"), 7, PortalLinks.readKey(pem));
        UUID alert = UUID.randomUUID();
        UUID contact = UUID.randomUUID();

        String link = links.link(alert, contact, NOW).toString();
        assertThat(link).startsWith("https://continuity.example/portal/");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(PortalToken.verify(token, id -> Optional.of(keys.getPublic()), NOW.plus(Duration.ofHours(23))))
                .isEqualTo(new PortalToken.Verification.Valid(
                        new PortalToken(7, alert, contact, NOW.plus(Duration.ofHours(24)))));
        assertThat(PortalToken.verify(token, id -> Optional.of(keys.getPublic()), NOW.plus(Duration.ofHours(24))))
                .isInstanceOf(PortalToken.Verification.Expired.class);
    }

    @Test
    void fileThatIsNoKeyIsNamed(@TempDir Path directory) throws IOException {
        Path pem = directory.resolve("link.pem");
        Files.writeString(pem, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> PortalLinks.readKey(pem))
                .withMessageContaining("continuity.link.private-key");
    }
}
