package org.mailcontinuity.notifier.channel.email;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address to which a mail server reports what became of one delivery: {@code b+<delivery>.<seal>@<domain>}. The seal, 80
 * bits of HMAC-SHA-256, keeps others from reporting on deliveries that they were not given. Safe for many threads.
 */
public final class ReturnPath {
    private static final Pattern LOCAL = Pattern.compile("b\\+([0-9a-f]{32})\\.([0-9a-f]{20})");
    private static final int SEAL_BYTES = 10;

    private final String domain;
    private final Supplier<byte[]> key;

    /** @param key of at least 16 bytes, asked each time, so that it can be changed */
    public ReturnPath(String domain, Supplier<byte[]> key) {
        this.domain = domain.toLowerCase(Locale.ROOT);
        this.key = key;
    }

    String of(UUID deliveryId) {
        String id = deliveryId.toString().replace("-", "");
        return "b+" + id + "." + seal(id) + "@" + domain;
    }

    /** The delivery that {@code address} reports on; nothing if it is none of ours. */
    public Optional<UUID> delivery(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at < 0 || !lower.substring(at + 1).equals(domain)) {
            return Optional.empty();
        }
        Matcher parts = LOCAL.matcher(lower.substring(0, at));
        if (!parts.matches() || !same(seal(parts.group(1)), parts.group(2))) {
            return Optional.empty();
        }
        String id = parts.group(1);
        return Optional.of(new UUID(
                Long.parseUnsignedLong(id.substring(0, 16), 16), Long.parseUnsignedLong(id.substring(16), 16)));
    }

    private String seal(String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            byte[] seal = Arrays.copyOf(mac.doFinal(id.getBytes(StandardCharsets.US_ASCII)), SEAL_BYTES);
            ByteBuffer bytes = ByteBuffer.wrap(seal);
            return String.format("%016x%04x", bytes.getLong(), bytes.getShort() & 0xffff);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
