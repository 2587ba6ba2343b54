package org.mailcontinuity.notifier.sms;

import org.mailcontinuity.notifier.template.Brief;

/**
 * Makes a notice fit for a phone.
 *
 * <ol>
 *   <li>Characters outside the GSM 7-bit alphabet are replaced by ones that read alike; in the sentence that may be
 *       shortened, which is often another system's, the rest by {@code ?}. So a foreign character in a server's reply does
 *       not make the message twice as long.
 *   <li>The sentence is shortened until the whole takes at most the segments wanted.
 *   <li>If it is gone and that is not enough, the message takes the segments it needs: the link is never cut.
 * </ol>
 */
public final class SmsFit {
    private SmsFit() {}

    /** @param mostSegments how many segments are wanted at most */
    public static SmsText fit(Brief brief, int mostSegments) {
        Brief folded =
                new Brief(Gsm7.fold(brief.before()), plain(Gsm7.fold(brief.sentence())), Gsm7.fold(brief.after()));
        SmsText text = SmsText.of(folded.text());
        for (int most = folded.sentence().length() - 1; text.segments() > mostSegments && most >= 0; most--) {
            text = SmsText.of(folded.text(most));
        }
        return text;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(codePoint -> Gsm7.septets(codePoint).isPresent() ? codePoint : '?')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
