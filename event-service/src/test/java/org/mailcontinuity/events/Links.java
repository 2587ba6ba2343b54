package org.mailcontinuity.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mailcontinuity.contracts.link.PortalToken;

/** Links of alerts, signed as the notifier signs them. */
public final class Links {
    private static final String PRIVATE_KEY = "private.key";

    private Links() {}

    /** A folder with the public key 1 for the service, and its private key for the tests. */
    static Path makeKeys() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Path folder = Files.createTempDirectory("link-keys");
            String pem = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
            Files.writeString(
                    folder.resolve("1.pem"), "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n");
            Files.write(folder.resolve(PRIVATE_KEY), keys.getPrivate().getEncoded());
            return folder;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key with which the service proves itself to others. */
    static Path makeServiceKey() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String pem =
                    Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
            return Files.writeString(
                    Files.createTempFile("event-service", ".pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A link for a contact and an alert. */
    public static String of(UUID alertId, UUID contactId, Instant expiresAt) {
        try {
            return new PortalToken(1, alertId, contactId, expiresAt).signedWith(privateKey());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey privateKey() throws IOException, GeneralSecurityException {
        String folder = ConfigProvider.getConfig().getValue("continuity.link.public-keys", String.class);
        byte[] encoded = Files.readAllBytes(Path.of(folder, PRIVATE_KEY));
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
