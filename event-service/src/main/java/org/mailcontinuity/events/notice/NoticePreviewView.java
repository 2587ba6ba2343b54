package org.mailcontinuity.events.notice;

import java.util.Optional;

/** A notice in words: what a channel shows of it. */
record NoticePreviewView(String subject, Optional<String> text, Optional<String> html, Optional<Sms> sms) {

    /**
     * As it goes to a phone.
     *
     * @param coding {@code GSM7} (160 septets, or 153 in each of several segments) or {@code UCS2} (70, or 67)
     * @param units septets or UCS-2 units; an escaped character, such as the euro sign, takes two septets
     */
    record Sms(String text, String coding, int units, int segments) {}
}
