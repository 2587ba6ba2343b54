package org.mailcontinuity.events.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The secret of an API token: {@code ctk_} and 256 random bits. Only its hash is stored; with that many bits a plain
 * SHA-256 cannot be searched, so a slow hash would add nothing but a slow API.
 */
record TokenSecret(String text) {
    static final String START = "ctk_";

    private static final int PREFIX = START.length() + 6;

    /** @param random a source that cannot be guessed */
    static TokenSecret make(RandomGenerator random) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return new TokenSecret(START + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What a list shows, so that a person knows which token it is. */
    String prefix() {
        return text.substring(0, PREFIX);
    }

    String hash() {
        return hash(text);
    }

    static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
