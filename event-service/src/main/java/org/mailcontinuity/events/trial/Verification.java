package org.mailcontinuity.events.trial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A code that was sent to an address, to prove that it is the contact's: six digits, good for 15 minutes and five attempts.
 * Pure.
 */
record Verification(
        UUID contactId, UUID addressId, String codeHash, Instant sentAt, Instant expiresAt, int attemptsLeft) {
    static final Duration LIFE = Duration.ofMinutes(15);
    static final int MOST_ATTEMPTS = 5;

    /** How long a code must have been out before another one is sent. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int CODES = 1_000_000;

    /** What came of a code that somebody gave. */
    sealed interface Verdict {
        record Verified() implements Verdict {}

        /** {@code after}: with one attempt less. */
        record Wrong(Verification after) implements Verdict {}

        record Exhausted() implements Verdict {}

        record Expired() implements Verdict {}
    }

    /** Six digits, any as likely as any other. */
    static String newCode(RandomGenerator random) {
        return "%06d".formatted(random.nextInt(CODES));
    }

    static Verification sent(UUID contactId, UUID addressId, String code, Instant now) {
        return new Verification(
                contactId, addressId, hash(contactId, addressId, code), now, now.plus(LIFE), MOST_ATTEMPTS);
    }

    Verdict check(String code, Instant now) {
        if (!now.isBefore(expiresAt)) {
            return new Verdict.Expired();
        }
        if (attemptsLeft < 1) {
            return new Verdict.Exhausted();
        }
        byte[] given = hash(contactId, addressId, code).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, codeHash.getBytes(StandardCharsets.US_ASCII))
                ? new Verdict.Verified()
                : new Verdict.Wrong(
                        new Verification(contactId, addressId, codeHash, sentAt, expiresAt, attemptsLeft - 1));
    }

    boolean sentJustBefore(Instant now) {
        return now.isBefore(sentAt.plus(PAUSE));
    }

    private static String hash(UUID contactId, UUID addressId, String code) {
        try {
            byte[] text = (contactId + ":" + addressId + ":" + code).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
