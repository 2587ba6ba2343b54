package org.mailcontinuity.notifier.channel.dkim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A key that signs for a domain.
 *
 * @param selector under which its public half stands in the DNS: {@code <selector>._domainkey.<domain>}
 * @param key RSA of at least 1024 bits, or Ed25519
 */
public record DkimKey(String domain, String selector, PrivateKey key) {
    private static final int SHORTEST_RSA = 1024;

    public DkimKey {
        if (!domain.matches("[A-Za-z0-9.-]{1,253}") || !selector.matches("[A-Za-z0-9.-]{1,63}")) {
            throw new IllegalArgumentException(
                    "a DKIM key must have a domain and a selector of letters, digits, . and -");
        }
        if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw new IllegalArgumentException("a DKIM key of RSA must have 1024 bits or more (RFC 8301)");
        }
    }

    /** Reads the key from PKCS #8 in PEM. */
    public static DkimKey read(String domain, String selector, Path pem) {
        try {
            String body = Files.readString(pem).replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            return new DkimKey(domain, selector, decode(encoded));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("no RSA or Ed25519 key, PKCS #8 in PEM, can be read from " + pem, e);
        }
    }

    private static PrivateKey decode(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(encoded);
        } catch (GeneralSecurityException _) {
            return KeyFactory.getInstance("RSA").generatePrivate(encoded);
        }
    }

    /** As the signature's {@code a=} has it. */
    String algorithm() {
        return key instanceof RSAPrivateKey ? "rsa-sha256" : "ed25519-sha256";
    }
}
