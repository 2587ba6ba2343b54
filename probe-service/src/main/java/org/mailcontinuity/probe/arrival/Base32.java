package org.mailcontinuity.probe.arrival;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Base 32 (RFC 4648, 6) in lower case and without padding; reads either case. */
final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : bytes) {
            held = held << 8 | next & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << 5 - bits & 31));
        }
        return text.toString();
    }

    /** Empty if the text is not what {@link #encode} makes, but for the case of its letters. */
    static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = valueOf(text.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            held = held << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bits < 5 && held == 0 ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private static int valueOf(char character) {
        int upper = character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character;
        return ALPHABET.indexOf(upper);
    }
}
