package org.mailcontinuity.notifier.link;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.link.PortalToken;

/** Makes the links by which a contact opens an alert's portal page without a login. Safe for many threads. */
public final class PortalLinks {
    static final Duration VALIDITY = Duration.ofHours(24);

    private final String base;
    private final int keyId;
    private final PrivateKey key;

    /**
     * @param publicUrl where people reach the portal, with or without a slash at the end
     * @param keyId the id under which the event-service knows the key's public half, 1 to 255
     */
    public PortalLinks(URI publicUrl, int keyId, PrivateKey key) {
        this.base = publicUrl.toString().replaceAll("/+$", "");
        this.keyId = (int) Require.range("continuity.link.key-id", keyId, 1, 255);
        this.key = key;
    }

    /** A new link, valid for 24 hours from {@code now}. */
    public URI link(UUID alertId, UUID contactId, Instant now) {
        try {
            PortalToken token = new PortalToken(keyId, alertId, contactId, now.plus(VALIDITY));
            return URI.create(base + "/portal/" + token.signedWith(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the link key cannot sign", e);
        }
    }

    /** Reads an Ed25519 private key, PKCS #8 in PEM. */
    public static PrivateKey readKey(Path pem) {
        try {
            String body = Files.readString(pem).replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
            byte[] encoded = Base64.getMimeDecoder().decode(body);
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "continuity.link.private-key must be an Ed25519 key, PKCS #8 in PEM: " + pem, e);
        }
    }
}
