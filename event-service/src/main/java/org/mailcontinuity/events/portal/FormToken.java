package org.mailcontinuity.events.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form of an alert's page carries: a nonce and its authentication under a key made from the link. Only who was
 * shown the page by this very link can send it, any replica can check it, and the nonce tells two taps on one button
 * from two decisions.
 */
record FormToken(String text) {
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 15;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static FormToken make(String link, RandomGenerator random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String text = ENCODER.encodeToString(nonce);
        return new FormToken(text + "." + mac(link, text));
    }

    /** The token that a form brought back, if it belongs to {@code link}. Takes the same time either way. */
    static Optional<FormToken> verify(String link, String text) {
        int dot = text.indexOf('.');
        String nonce = dot < 0 ? "" : text.substring(0, dot);
        byte[] given = text.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] expected = mac(link, nonce).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given) && dot > 0 ? Optional.of(new FormToken(text)) : Optional.empty();
    }

    /** What may be stored and logged in its place. */
    String hash() {
        return sha256(text);
    }

    /** What may be stored and logged in place of a link's token. */
    static String hashOf(String link) {
        return sha256(link).substring(0, 16);
    }

    private static String mac(String link, String nonce) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(("portal form\n" + link).getBytes(StandardCharsets.UTF_8), MAC));
            return ENCODER.encodeToString(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
