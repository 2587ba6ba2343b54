package org.mailcontinuity.events.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * How this service proves itself to another: a JWT signed with EdDSA (RFC 8037), for one audience, good for a minute. The
 * key is read anew each time, so that a rotated one counts at once.
 */
final class ServiceToken {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private ServiceToken() {}

    /**
     * @param key a PEM file (PKCS#8, Ed25519)
     * @param audience the service called, such as {@code probe-service}
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if it holds no such key
     */
    static String sign(Path key, String audience, Instant now) throws IOException, GeneralSecurityException {
        String claims = "{\"iss\":\"event-service\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(audience, now.getEpochSecond(), now.plus(LIFE).getEpochSecond(), UUID.randomUUID());
        String signed = encoded(HEADER) + "." + encoded(claims);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(read(key));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file)
                .lines()
                .filter(line -> !line.startsWith("-----"))
                .map(String::strip)
                .reduce("", String::concat);
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no PEM file: " + file, e);
        }
    }
}
