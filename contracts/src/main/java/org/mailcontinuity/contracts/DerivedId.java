package org.mailcontinuity.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids derived from what they are about (RFC 9562, version 5), so that a replay or a second worker arrives at the same
 * id instead of a second one.
 */
public final class DerivedId {
    /** The namespace of all ids that Continuity derives: version 5 of {@code mailcontinuity.org} under DNS. */
    private static final UUID NAMESPACE = UUID.fromString("27e869eb-2a8e-57cf-a7cc-b33b0c0106ee");

    private DerivedId() {}

    /**
     * @param kind what the id is of, such as {@code sample}
     * @param parts what identifies it, in a fixed order; each is length-prefixed, so that no two lists collide
     */
    public static UUID of(String kind, Object... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(bytes(NAMESPACE));
        update(sha1, kind);
        for (Object part : parts) {
            update(sha1, part.toString());
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static void update(MessageDigest digest, String part) {
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).flip());
        digest.update(utf8);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
