package org.mailcontinuity.notifier.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a webhook as Standard Webhooks 1.0 says: {@code v1,} and the base64 of HMAC-SHA-256 over
 * {@code id.timestamp.body}, one signature for each secret that is valid while secrets are changed.
 */
final class StandardWebhook {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private StandardWebhook() {}

    /**
     * @param secrets {@code whsec_} and base64, or plain text of at least 16 characters; at least one
     * @throws IllegalArgumentException if a secret is neither
     */
    static Map<String, String> headers(String id, Instant now, byte[] body, List<String> secrets) {
        String timestamp = Long.toString(now.getEpochSecond());
        String signatures = secrets.stream()
                .map(secret -> "v1," + signature(id, timestamp, body, key(secret)))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
    }

    private static String signature(String id, String timestamp, byte[] body, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] key(String secret) {
        if (secret.startsWith(PREFIX)) {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        }
        if (secret.length() < 16) {
            throw new IllegalArgumentException("a webhook secret must have at least 16 characters");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
