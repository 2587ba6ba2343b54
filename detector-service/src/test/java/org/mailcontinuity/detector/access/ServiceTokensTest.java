package org.mailcontinuity.detector.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailcontinuity.detector.CallerToken;
import org.mailcontinuity.testbed.time.ManualClock;
import org.mailcontinuity.testbed.tls.Pem;

class ServiceTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path directory;

    private final KeyPair keys = newKeys();
    private final ManualClock clock = new ManualClock(NOW);

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void trust() throws IOException {
        Files.writeString(directory.resolve("event-service.pem"), Pem.publicKey(keys.getPublic()));
    }

    private Access check(String token) {
        return new ServiceTokens(Optional.of(directory), clock).check(Optional.of("Bearer " + token));
    }

    private String token(String issuer, String audience) {
        return CallerToken.sign(keys.getPrivate(), issuer, audience, NOW);
    }

    @Test
    void grantsATrustedCaller() {
        assertThat(check(token("event-service", "detector-service"))).isEqualTo(new Access.Granted("event-service"));
    }

    @Test
    void deniesEveryOther() {
        assertThat(check(token("notifier-service", "detector-service"))).isInstanceOf(Access.Denied.class);
        assertThat(check(token("event-service", "probe-service"))).isInstanceOf(Access.Denied.class);
        assertThat(check("")).isInstanceOf(Access.Denied.class);
        assertThat(check("eyJhbGciOiJub25lIn0.eyJpc3MiOiJldmVudC1zZXJ2aWNlIn0."))
                .isInstanceOf(Access.Denied.class);
        String stranger = CallerToken.sign(newKeys().getPrivate(), "event-service", "detector-service", NOW);
        assertThat(check(stranger)).isInstanceOf(Access.Denied.class);
    }

    @Test
    void deniesATokenThatIsOverOrGoodForTooLong() {
        String token = token("event-service", "detector-service");
        clock.advance(Duration.ofSeconds(91));
        assertThat(check(token)).isInstanceOf(Access.Denied.class);
        clock.set(NOW.minus(Duration.ofMinutes(10)));
        assertThat(check(token)).isInstanceOf(Access.Denied.class);
    }

    @Test
    void deniesEverybodyWhereNobodyIsTrusted() {
        Optional<String> header = Optional.of("Bearer " + token("event-service", "detector-service"));
        assertThat(new ServiceTokens(Optional.empty(), clock).check(header)).isInstanceOf(Access.Denied.class);
        assertThat(new ServiceTokens(Optional.of(directory.resolve("none")), clock).check(header))
                .isInstanceOf(Access.Denied.class);
        assertThat(new ServiceTokens(Optional.of(directory), clock).check(Optional.empty()))
                .isInstanceOf(Access.Denied.class);
    }
}
