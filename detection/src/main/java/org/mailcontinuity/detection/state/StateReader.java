package org.mailcontinuity.detection.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what {@link StateWriter} wrote; anything else is refused with {@link IllegalArgumentException}. */
public final class StateReader {
    private final byte[] bytes;
    private int position;
    private final List<String> texts = new ArrayList<>();

    public StateReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int octet() {
        if (position == bytes.length) {
            throw new IllegalArgumentException("state ends after " + position + " bytes, in the middle of a value");
        }
        return bytes[position++] & 0xFF;
    }

    public boolean flag() {
        return octet() != 0;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if ((octet & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("state has a number of more than 10 octets before byte " + position);
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public Instant time() {
        return Instant.ofEpochMilli(number());
    }

    public <E extends Enum<E>> E word(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    public String text() {
        int index = integer();
        if (index < texts.size()) {
            return texts.get(index);
        }
        int length = integer();
        if (length < 0 || length > bytes.length - position) {
            throw new IllegalArgumentException("state has a text of length " + length + " at byte " + position);
        }
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        texts.add(text);
        return text;
    }

    public UUID uuid() {
        return new UUID(fixed(), fixed());
    }

    public <T> List<T> list(Supplier<T> each) {
        int size = integer();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return List.copyOf(values);
    }

    public <T> Optional<T> optional(Supplier<T> each) {
        return flag() ? Optional.of(each.get()) : Optional.empty();
    }

    /** Refuses what is left over. */
    public void end() {
        if (position != bytes.length) {
            throw new IllegalArgumentException("state has " + (bytes.length - position) + " bytes too many");
        }
    }

    private long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | octet();
        }
        return value;
    }
}
