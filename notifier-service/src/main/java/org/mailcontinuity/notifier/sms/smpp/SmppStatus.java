package org.mailcontinuity.notifier.sms.smpp;

import java.util.Map;

/** What a command status of SMPP 3.4 (5.1.3) means for us. */
final class SmppStatus {
    /** Invalid destination address. */
    static final int BAD_NUMBER = 0x0B;

    private static final int QUEUE_FULL = 0x14;
    private static final int THROTTLED = 0x58;
    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(0x01, "invalid message length"),
            Map.entry(0x04, "not allowed in this bind"),
            Map.entry(0x05, "already bound"),
            Map.entry(0x08, "system error"),
            Map.entry(0x0A, "invalid source address"),
            Map.entry(BAD_NUMBER, "invalid destination address"),
            Map.entry(0x0D, "bind failed"),
            Map.entry(0x0E, "invalid password"),
            Map.entry(0x0F, "invalid system id"),
            Map.entry(QUEUE_FULL, "message queue full"),
            Map.entry(0x15, "invalid service type"),
            Map.entry(0x43, "invalid esm_class"),
            Map.entry(0x45, "submission failed"),
            Map.entry(0x48, "invalid source TON"),
            Map.entry(0x49, "invalid source NPI"),
            Map.entry(0x50, "invalid destination TON"),
            Map.entry(0x51, "invalid destination NPI"),
            Map.entry(THROTTLED, "throttled"),
            Map.entry(0x61, "invalid scheduled delivery time"),
            Map.entry(0x62, "invalid validity period"),
            Map.entry(0x64, "temporary error of the receiver"),
            Map.entry(0x65, "permanent error of the receiver"));

    private SmppStatus() {}

    /** Whether the centre wants to be left alone for a moment. */
    static boolean busy(int status) {
        return status == THROTTLED || status == QUEUE_FULL;
    }

    static String words(int status) {
        return String.format("0x%08X %s", status, WORDS.getOrDefault(status, ""))
                .strip();
    }
}
