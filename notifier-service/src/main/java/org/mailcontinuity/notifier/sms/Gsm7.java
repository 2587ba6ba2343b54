package org.mailcontinuity.notifier.sms;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1). A character is one septet, one of the
 * extension table two: the escape and its own. Septets are written one an octet, as SMPP carries them.
 */
public final class Gsm7 {
    private static final int ESCAPE = 0x1B;
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> EXTENSION = Map.of(
            0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']', 0x40, '|', 0x65,
            '€');
    private static final Map<Integer, Integer> SEPTETS = septets();
    /** What typographers write, as a telephone writes it. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) '\u2018', "'"),
            Map.entry((int) '\u2019', "'"),
            Map.entry((int) '\u201A', "'"),
            Map.entry((int) '\u201C', "\""),
            Map.entry((int) '\u201D', "\""),
            Map.entry((int) '\u201E', "\""),
            Map.entry((int) '\u00AB', "\""),
            Map.entry((int) '\u00BB', "\""),
            Map.entry((int) '\u2010', "-"),
            Map.entry((int) '\u2011', "-"),
            Map.entry((int) '\u2012', "-"),
            Map.entry((int) '\u2013', "-"),
            Map.entry((int) '\u2014', "-"),
            Map.entry((int) '\u2026', "..."),
            Map.entry((int) '\u00A0', " "),
            Map.entry((int) '`', "'"),
            Map.entry((int) '\u00B4', "'"),
            Map.entry((int) '\u2192', "->"),
            Map.entry((int) '\t', " "),
            Map.entry((int) '\u1E9E', "SS"));

    private Gsm7() {}

    /** How many septets the character takes, 1 or 2; empty if it is not in the alphabet. */
    static OptionalInt septets(int codePoint) {
        Integer septet = SEPTETS.get(codePoint);
        return septet == null ? OptionalInt.empty() : OptionalInt.of(septet > 0x7F ? 2 : 1);
    }

    /** How many septets the text takes; empty if it holds a character that is not in the alphabet. */
    public static OptionalInt septets(String text) {
        int sum = 0;
        for (int codePoint : text.codePoints().toArray()) {
            OptionalInt septets = septets(codePoint);
            if (septets.isEmpty()) {
                return septets;
            }
            sum += septets.getAsInt();
        }
        return OptionalInt.of(sum);
    }

    /** @throws IllegalArgumentException if the text holds a character that is not in the alphabet */
    static byte[] encode(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
        text.codePoints().forEach(codePoint -> {
            Integer septet = SEPTETS.get(codePoint);
            if (septet == null) {
                throw new IllegalArgumentException("text must be in the GSM 7-bit alphabet");
            }
            if (septet > 0x7F) {
                septets.write(ESCAPE);
            }
            septets.write(septet & 0x7F);
        });
        return septets.toByteArray();
    }

    /** Reads septets, one an octet. What is no character of the alphabet is read as {@code ?}. */
    public static String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int septet = octets[i] & 0xFF;
            if (septet == ESCAPE && i + 1 < octets.length) {
                i++;
                text.append(EXTENSION.getOrDefault(octets[i] & 0xFF, '?').charValue());
            } else {
                text.append(septet < DEFAULT.length() && septet != ESCAPE ? DEFAULT.charAt(septet) : '?');
            }
        }
        return text.toString();
    }

    /**
     * The text with characters outside the alphabet replaced by ones inside it that read alike: plain quotes and dashes,
     * letters without their marks. What has no such likeness stays as it is.
     */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            String own = Character.toString(codePoint);
            folded.append(septets(codePoint).isPresent() ? own : PLAIN.getOrDefault(codePoint, unmarked(own)));
        });
        return folded.toString();
    }

    private static String unmarked(String character) {
        String base = Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return septets(base).isPresent() ? base : character;
    }

    private static Map<Integer, Integer> septets() {
        Map<Integer, Integer> septets = new HashMap<>();
        for (int septet = 0; septet < DEFAULT.length(); septet++) {
            if (septet != ESCAPE) {
                septets.put((int) DEFAULT.charAt(septet), septet);
            }
        }
        EXTENSION.forEach((septet, character) -> septets.put((int) character, septet | 0x80));
        return Map.copyOf(septets);
    }
}
