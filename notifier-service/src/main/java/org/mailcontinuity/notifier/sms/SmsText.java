package org.mailcontinuity.notifier.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as an SMS carries it: in the GSM 7-bit alphabet where it is in it, else in UCS-2; in one segment where it fits,
 * else in several that a phone puts together again (3GPP TS 23.040, 9.2.3.24.1).
 *
 * <p>One segment holds 160 septets or 70 UCS-2 units, one of several 153 or 67: six octets are the header's. Neither an
 * escaped character nor a surrogate pair is split. Example: 160 letters are one segment; 159 and a {@code €}, which takes
 * two septets, are two.
 *
 * @param parts the text of each segment, 1 to 255
 */
public record SmsText(Coding coding, List<String> parts) {
    private static final int MOST_SEGMENTS = 255;

    /** How characters are written, and how many units fit. */
    public enum Coding {
        GSM7(160, 153),
        UCS2(70, 67);

        private final int alone;
        private final int joined;

        Coding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }

        private int units(int codePoint) {
            return this == GSM7 ? Gsm7.septets(codePoint).orElseThrow() : Character.charCount(codePoint);
        }
    }

    public SmsText {
        parts = List.copyOf(parts);
    }

    /** What does not fit into 255 segments is cut off. */
    public static SmsText of(String text) {
        Coding coding = Gsm7.septets(text).isPresent() ? Coding.GSM7 : Coding.UCS2;
        int units = text.codePoints().map(coding::units).sum();
        return new SmsText(coding, units <= coding.alone ? List.of(text) : split(text, coding));
    }

    private static List<String> split(String text, Coding coding) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int units = coding.units(codePoint);
            if (used + units > coding.joined) {
                parts.add(part.toString());
                part.setLength(0);
                used = 0;
            }
            part.appendCodePoint(codePoint);
            used += units;
        }
        parts.add(part.toString());
        return parts.subList(0, Math.min(parts.size(), MOST_SEGMENTS));
    }

    public int segments() {
        return parts.size();
    }

    /** How much of the segments the text takes: septets, or UCS-2 units. */
    public int units() {
        return text().codePoints().map(coding::units).sum();
    }

    public String text() {
        return String.join("", parts);
    }

    /** Whether the segments carry a header that says which of how many they are. */
    public boolean joined() {
        return parts.size() > 1;
    }

    /**
     * What goes over the air as segment {@code index}, from 0: the header, if there are several, and the text.
     *
     * @param reference the same for all segments of a text, 0 to 255
     */
    public byte[] octets(int index, int reference) {
        String part = parts.get(index);
        byte[] text = coding == Coding.GSM7 ? Gsm7.encode(part) : part.getBytes(StandardCharsets.UTF_16BE);
        if (!joined()) {
            return text;
        }
        byte[] octets = new byte[6 + text.length];
        octets[0] = 5;
        octets[1] = 0;
        octets[2] = 3;
        octets[3] = (byte) reference;
        octets[4] = (byte) parts.size();
        octets[5] = (byte) (index + 1);
        System.arraycopy(text, 0, octets, 6, text.length);
        return octets;
    }
}
