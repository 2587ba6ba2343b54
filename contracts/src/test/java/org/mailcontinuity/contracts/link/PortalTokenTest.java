package org.mailcontinuity.contracts.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailcontinuity.contracts.link.PortalToken.Verification;

class PortalTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:12:00Z");
    private static final PortalToken TOKEN = new PortalToken(7, new UUID(1, 2), new UUID(3, 4), NOW.plusSeconds(60));

    private static KeyPair keys;
    private static IntFunction<Optional<PublicKey>> known;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        known = id -> id == 7 ? Optional.of(keys.getPublic()) : Optional.empty();
    }

    @Test
    void isShortEnoughForATextMessage() throws Exception {
        assertThat(TOKEN.signedWith(keys.getPrivate())).hasSize(136).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void saysWhatWasSigned() throws Exception {
        String token = TOKEN.signedWith(keys.getPrivate());

        assertThat(PortalToken.verify(token, known, NOW)).isEqualTo(new Verification.Valid(TOKEN));
    }

    @Test
    void expiresAtTheInstantItNames() throws Exception {
        String token = TOKEN.signedWith(keys.getPrivate());

        assertThat(PortalToken.verify(token, known, TOKEN.expiresAt().minusNanos(1)))
                .isInstanceOf(Verification.Valid.class);
        assertThat(PortalToken.verify(token, known, TOKEN.expiresAt())).isEqualTo(new Verification.Expired(TOKEN));
    }

    @Test
    void isForgedWhenAnyByteIsChanged() throws Exception {
        byte[] bytes = Base64.getUrlDecoder().decode(TOKEN.signedWith(keys.getPrivate()));

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(PortalToken.verify(token, known, NOW)).as("byte %d", i).isEqualTo(new Verification.Forged());
        }
    }

    @Test
    void isForgedUnderAnotherKey() throws Exception {
        KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertThat(PortalToken.verify(TOKEN.signedWith(others.getPrivate()), known, NOW))
                .isEqualTo(new Verification.Forged());
    }

    @Test
    void isForgedUnderAKeyThatIsNotKnown() throws Exception {
        PortalToken other = new PortalToken(8, TOKEN.alertId(), TOKEN.contactId(), NOW.plus(Duration.ofHours(1)));

        assertThat(PortalToken.verify(other.signedWith(keys.getPrivate()), known, NOW))
                .isEqualTo(new Verification.Forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../etc/passwd", "\u0000\u0000"})
    void isForgedWhenItIsNoTokenAtAll(String text) {
        assertThat(PortalToken.verify(text, known, NOW)).isEqualTo(new Verification.Forged());
        assertThat(PortalToken.verify(text.repeat(136).substring(0, Math.min(136, text.length() * 136)), known, NOW))
                .isEqualTo(new Verification.Forged());
    }
}
