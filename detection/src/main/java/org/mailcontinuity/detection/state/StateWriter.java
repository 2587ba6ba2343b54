package org.mailcontinuity.detection.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes small numbers small: variable-length integers, and each text only once. */
public final class StateWriter {
    private byte[] bytes = new byte[256];
    private int length;
    private final Map<String, Integer> texts = new HashMap<>();

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    public void octet(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    public void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    /** Zigzag, 7 bits an octet, lowest first. */
    public void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    public void time(Instant value) {
        number(value.toEpochMilli());
    }

    public void word(Enum<?> value) {
        text(value.name());
    }

    /** Its number if it was written before, else the next number and the text. */
    public void text(String value) {
        Integer known = texts.get(value);
        if (known != null) {
            number(known);
            return;
        }
        number(texts.size());
        texts.put(value, texts.size());
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        for (byte octet : utf8) {
            octet(octet);
        }
    }

    public void uuid(UUID value) {
        fixed(value.getMostSignificantBits());
        fixed(value.getLeastSignificantBits());
    }

    public <T> void list(List<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
    }

    public <T> void optional(Optional<T> value, Consumer<T> each) {
        flag(value.isPresent());
        value.ifPresent(each);
    }

    private void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }
}
