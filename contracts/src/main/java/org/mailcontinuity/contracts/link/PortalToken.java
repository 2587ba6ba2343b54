package org.mailcontinuity.contracts.link;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.mailcontinuity.contracts.Require;

/**
 * What a portal link says: this contact may act on this alert until then. On the wire it is the base64url form, without
 * padding, of 102 bytes: version (1), key id (1), alert (16), contact (16), expiry in seconds since the epoch (4,
 * unsigned), and an Ed25519 signature (RFC 8032) over those 38 bytes (64). That is 136 characters.
 *
 * @param keyId which key pair signed it, 1 to 255, so that keys can be rotated
 * @param expiresAt the first instant at which it no longer holds, kept to the second
 */
public record PortalToken(int keyId, UUID alertId, UUID contactId, Instant expiresAt) {
    private static final byte VERSION = 1;
    private static final int SIGNED_BYTES = 38;
    private static final int BYTES = SIGNED_BYTES + 64;
    private static final int CHARACTERS = 136;
    private static final String ALGORITHM = "Ed25519";

    public PortalToken {
        Require.range("keyId", keyId, 1, 255);
        Require.range("expiresAt", expiresAt.getEpochSecond(), 0, 0xffff_ffffL);
        expiresAt = Instant.ofEpochSecond(expiresAt.getEpochSecond());
    }

    /** The token as it stands in the link. */
    public String signedWith(PrivateKey key) throws GeneralSecurityException {
        byte[] signed = signedBytes();
        Signature signer = Signature.getInstance(ALGORITHM);
        signer.initSign(key);
        signer.update(signed);
        byte[] token = ByteBuffer.allocate(BYTES).put(signed).put(signer.sign()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * Checks a token that came in from outside.
     *
     * @param keys the public key of a key id, where there is one
     */
    public static Verification verify(String token, IntFunction<Optional<PublicKey>> keys, Instant now) {
        if (token.length() != CHARACTERS) {
            return new Verification.Forged();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return new Verification.Forged();
        }
        if (bytes.length != BYTES || bytes[0] != VERSION || bytes[1] == 0) {
            return new Verification.Forged();
        }
        Optional<PublicKey> key = keys.apply(Byte.toUnsignedInt(bytes[1]));
        if (key.isEmpty() || !signedBy(key.get(), bytes)) {
            return new Verification.Forged();
        }
        PortalToken read = read(ByteBuffer.wrap(bytes));
        return now.isBefore(read.expiresAt) ? new Verification.Valid(read) : new Verification.Expired(read);
    }

    private byte[] signedBytes() {
        return ByteBuffer.allocate(SIGNED_BYTES)
                .put(VERSION)
                .put((byte) keyId)
                .putLong(alertId.getMostSignificantBits())
                .putLong(alertId.getLeastSignificantBits())
                .putLong(contactId.getMostSignificantBits())
                .putLong(contactId.getLeastSignificantBits())
                .putInt((int) expiresAt.getEpochSecond())
                .array();
    }

    private static PortalToken read(ByteBuffer bytes) {
        int keyId = Byte.toUnsignedInt(bytes.get(1));
        bytes.position(2);
        return new PortalToken(
                keyId,
                new UUID(bytes.getLong(), bytes.getLong()),
                new UUID(bytes.getLong(), bytes.getLong()),
                Instant.ofEpochSecond(Integer.toUnsignedLong(bytes.getInt())));
    }

    private static boolean signedBy(PublicKey key, byte[] bytes) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(bytes, 0, SIGNED_BYTES);
            return verifier.verify(bytes, SIGNED_BYTES, BYTES - SIGNED_BYTES);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** What came of checking a token. */
    public sealed interface Verification {
        /** Genuine and in time. */
        record Valid(PortalToken token) implements Verification {}

        /** Genuine, but its time is over. */
        record Expired(PortalToken token) implements Verification {}

        /** Not a token that we signed. */
        record Forged() implements Verification {}
    }
}
