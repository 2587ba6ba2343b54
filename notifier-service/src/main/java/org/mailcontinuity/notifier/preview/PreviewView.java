package org.mailcontinuity.notifier.preview;

import java.util.Optional;
import org.mailcontinuity.notifier.sms.SmsText;

/** A notice in words: what a channel shows of it. */
public record PreviewView(String subject, Optional<String> text, Optional<String> html, Optional<Sms> sms) {

    /**
     * As it goes to a phone.
     *
     * @param coding {@code GSM7} or {@code UCS2}
     * @param units septets or UCS-2 units
     */
    public record Sms(String text, String coding, int units, int segments) {
        static Sms of(SmsText sms) {
            return new Sms(sms.text(), sms.coding().name(), sms.units(), sms.segments());
        }
    }
}
