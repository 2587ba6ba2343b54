package org.mailcontinuity.notifier.template;

/**
 * A notice in as few characters as an SMS has. Its middle may be shortened where it has to be; what stands around it, the
 * link above all, may not.
 *
 * @param sentence the cause, or what else can be read in full on the page behind the link; may be empty
 */
public record Brief(String before, String sentence, String after) {
    /** Private characters, which {@link PlainLine} lets into no value: nothing but a template can mark anything. */
    static final char START = '\uE000';

    static final char END = '\uE001';
    private static final String CUT = "...";

    static String marked(String sentence) {
        return START + sentence + END;
    }

    /** Takes a text apart at its marks; a text without any cannot be shortened. */
    static Brief of(String text) {
        int start = text.indexOf(START);
        int end = text.indexOf(END, start + 1);
        return start < 0 || end < 0
                ? new Brief(text, "", "")
                : new Brief(
                        text.substring(0, start), text.substring(start + 1, end), unmarked(text.substring(end + 1)));
    }

    /** The sentence may stand once. */
    private static String unmarked(String text) {
        return text.replaceAll(START + "[^" + END + "]*" + END, "");
    }

    /** The whole, with the sentence cut to at most {@code most} characters, at the end of a word where there is one. */
    public String text(int most) {
        return before + shortened(most) + after;
    }

    public String text() {
        return before + sentence + after;
    }

    private String shortened(int most) {
        if (sentence.length() <= most) {
            return sentence;
        }
        int room = most - CUT.length();
        if (room <= 0) {
            return "";
        }
        int end = sentence.lastIndexOf(' ', room);
        boolean word = end > room / 2;
        int cut = word ? end : Character.isHighSurrogate(sentence.charAt(room - 1)) ? room - 1 : room;
        return sentence.substring(0, cut).stripTrailing() + CUT;
    }
}
