package org.mailcontinuity.probe.arrival;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals tokens with HMAC-SHA-256, in two forms that hold each other: the header's, which is whole, and the address's,
 * which is short and in letters without case, because a local part has at most 64 octets (RFC 5321, 4.5.3.1.1) and
 * some servers fold its case.
 *
 * <pre>
 * header:  key id (1 byte), monitorId (16), sampleId (16), sentAt in ms (8), HMAC of these (32)      base64url
 * address: key id (1 byte), sampleId (16), sentAt in s (5), HMAC of these, its first 10 bytes (10)    base32, lower case
 * </pre>
 *
 * Thread-safe.
 */
public final class TokenSeal {
    /** What the local part of a test message's address begins with. */
    public static final String ADDRESS_PREFIX = "p-";

    /** The header field that carries the whole token. */
    public static final String HEADER = "X-Continuity-Token";

    private static final int HEADER_BODY = 41;
    private static final int ADDRESS_BODY = 22;
    private static final int ADDRESS_MAC = 10;

    private final TokenKeys keys;

    public TokenSeal(TokenKeys keys) {
        this.keys = keys;
    }

    /** What an address proves: the sample, and when it was sent, to the second. */
    public record Claim(UUID sampleId, Instant sentAt) {}

    public String header(Token token) {
        ByteBuffer body = ByteBuffer.allocate(HEADER_BODY).put((byte) keys.sealingId());
        put(body, token.monitorId());
        put(body, token.sampleId());
        body.putLong(token.sentAt().toEpochMilli());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(body.array(), "header", 32));
    }

    /** The local part of the address, of {@value #ADDRESS_PREFIX} and 52 letters and digits. */
    public String localPart(Token token) {
        ByteBuffer body = ByteBuffer.allocate(ADDRESS_BODY).put((byte) keys.sealingId());
        put(body, token.sampleId());
        long second = token.sentAt().getEpochSecond();
        body.put((byte) (second >>> 32)).putInt((int) second);
        return ADDRESS_PREFIX + Base32.encode(sealed(body.array(), "address", ADDRESS_MAC));
    }

    /** The token of a header that this seal's keys made; empty for any other text. */
    public Optional<Token> openHeader(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return opened(bytes, "header", HEADER_BODY, 32)
                .map(body -> new Token(uuid(body), uuid(body), Instant.ofEpochMilli(body.getLong())));
    }

    /** The claim of a local part that this seal's keys made, in any case of letters; empty for any other. */
    public Optional<Claim> openLocalPart(String localPart) {
        if (!localPart.regionMatches(true, 0, ADDRESS_PREFIX, 0, ADDRESS_PREFIX.length())) {
            return Optional.empty();
        }
        return Base32.decode(localPart.substring(ADDRESS_PREFIX.length()))
                .flatMap(bytes -> opened(bytes, "address", ADDRESS_BODY, ADDRESS_MAC))
                .map(body -> new Claim(
                        uuid(body), Instant.ofEpochSecond((body.get() & 0xffL) << 32 | body.getInt() & 0xffff_ffffL)));
    }

    /** The body after its key id, if the seal holds. */
    private Optional<ByteBuffer> opened(byte[] bytes, String form, int bodyLength, int macLength) {
        if (bytes.length != bodyLength + macLength) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(bytes, bodyLength);
        byte[] mac = Arrays.copyOfRange(bytes, bodyLength, bytes.length);
        return keys.find(body[0] & 0xff)
                .filter(key -> MessageDigest.isEqual(mac, mac(key, body, form, macLength)))
                .map(key -> ByteBuffer.wrap(body, 1, bodyLength - 1));
    }

    private byte[] sealed(byte[] body, String form, int macLength) {
        byte[] key = keys.find(body[0] & 0xff).orElseThrow();
        return ByteBuffer.allocate(body.length + macLength)
                .put(body)
                .put(mac(key, body, form, macLength))
                .array();
    }

    /** {@code form} is part of what is sealed, so that the one form can never be passed off as the other. */
    private static byte[] mac(byte[] key, byte[] body, String form, int length) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(form.getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(body), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
