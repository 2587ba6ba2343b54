package org.mailcontinuity.detection.observation;

/**
 * The codes of the server's last reply. Its text is left out: it is the other side's data and never part of a judgement.
 *
 * @param code SMTP reply code (RFC 5321 section 4.2), 0 to 999
 * @param enhanced enhanced status code (RFC 3463) such as {@code 4.3.2}, or empty where the server gave none
 */
public record Reply(int code, String enhanced) {
    public Reply {
        if (code < 0 || code > 999) {
            throw new IllegalArgumentException("reply.code must be 0 to 999, was " + code);
        }
        if (!isStatus(enhanced)) {
            throw new IllegalArgumentException("reply.enhanced must look like 4.3.2 or be empty");
        }
    }

    /** True for a 4xx reply, which asks the sender to come back later. */
    public boolean isTransient() {
        return code >= 400 && code <= 499;
    }

    /**
     * True if the reply says that the server itself is in trouble: 421 (service not available), x.3.x (mail system
     * status) or x.4.x (network and routing). Any other 4xx may be mere greylisting.
     */
    public boolean statesOwnFault() {
        return code == 421 || enhanced.startsWith("3", 2) || enhanced.startsWith("4", 2);
    }

    private static boolean isStatus(String text) {
        return text.length() <= 9 && text.matches("|[245]\\.\\d{1,3}\\.\\d{1,3}");
    }

    @Override
    public String toString() {
        return enhanced.isEmpty() ? Integer.toString(code) : code + " " + enhanced;
    }
}
