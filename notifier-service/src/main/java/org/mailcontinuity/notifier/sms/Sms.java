package org.mailcontinuity.notifier.sms;

import java.util.UUID;

/**
 * An SMS to hand over.
 *
 * @param id the delivery's id: the same each time this is sent
 * @param number in E.164 form without the plus: digits only
 */
public record Sms(UUID id, String number, SmsText text) {

    /** Marks segments that belong together, 0 to 255: the same each time. */
    public int segmentReference() {
        return (int) (id.getLeastSignificantBits() & 0xFF);
    }

    /** The id as far as SMPP has room for one, 0 to 65,535. */
    public int messageReference() {
        return (int) (id.getLeastSignificantBits() >>> 8 & 0xFFFF);
    }
}
