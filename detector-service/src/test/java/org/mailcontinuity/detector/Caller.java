package org.mailcontinuity.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.mailcontinuity.testbed.tls.Pem;

/**
 * The event-service as the detector knows it.
 *
 * @param folder of trusted keys, with its public one
 */
public record Caller(Path folder, KeyPair keys) {
    public static Caller trusted() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Path folder = Files.createTempDirectory("trusted");
            Files.writeString(folder.resolve("event-service.pem"), Pem.publicKey(keys.getPublic()));
            return new Caller(folder, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of the header Authorization. */
    public String authorization() {
        return "Bearer " + CallerToken.sign(keys.getPrivate(), "event-service", "detector-service", Instant.now());
    }
}
