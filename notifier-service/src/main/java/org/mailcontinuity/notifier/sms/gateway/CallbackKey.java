package org.mailcontinuity.notifier.sms.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes sure that a callback comes from the provider: by the secret itself, by a signature of ours in the URL that was made
 * for the message, or by the provider's signature of the body. Signatures are HMAC-SHA-256.
 */
record CallbackKey(String provider, byte[] secret) {
    private static final String ALGORITHM = "HmacSHA256";

    static CallbackKey of(String provider, String secret) {
        return new CallbackKey(provider, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** What goes into a URL for the message. */
    String sign(String messageId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text(provider + "\n" + messageId)));
    }

    boolean signed(String messageId, String signature) {
        return same(text(sign(messageId)), text(signature));
    }

    boolean is(String candidate) {
        return same(secret, text(candidate));
    }

    /** @param signature hexadecimal or base64, perhaps after {@code sha256=} */
    boolean signedBody(byte[] body, String signature) {
        byte[] mac = mac(body);
        String plain = signature.strip().replaceFirst("^sha256=", "");
        return same(text(HexFormat.of().formatHex(mac)), text(plain.toLowerCase(Locale.ROOT)))
                || same(text(Base64.getEncoder().encodeToString(mac)), text(plain));
    }

    /** The secret in an Authorization header: a bearer's, or the password of a pair. */
    static Optional<String> ofAuthorization(String header) {
        if (header.startsWith("Bearer ")) {
            return Optional.of(header.substring("Bearer ".length()).strip());
        }
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(header.substring("Basic ".length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            return Optional.of(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
