package org.mailcontinuity.notifier.sms.smpp;

import java.util.Optional;
import java.util.Set;

/**
 * Whom messages come from.
 *
 * @param ton type of number (SMPP 3.4, 5.2.5)
 * @param npi numbering plan (SMPP 3.4, 5.2.6)
 */
public record SmppSender(String address, int ton, int npi) {
    private static final int INTERNATIONAL = 1;
    private static final int NETWORK_SPECIFIC = 3;
    private static final int ALPHANUMERIC = 5;
    private static final int ISDN = 1;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_LETTERS = 11;
    private static final Set<Integer> TYPES = Set.of(0, 1, 2, 3, 4, 5, 6);
    private static final Set<Integer> PLANS = Set.of(0, 1, 3, 4, 6, 8, 9, 10, 14, 18);

    public SmppSender {
        if (!TYPES.contains(ton)) {
            throw new IllegalArgumentException("TON " + ton + " must be 0 to 6");
        }
        if (!PLANS.contains(npi)) {
            throw new IllegalArgumentException("NPI " + npi + " must be one of 0, 1, 3, 4, 6, 8, 9, 10, 14, 18");
        }
    }

    /**
     * @param sender a number in E.164 form, a short code, or letters; absent: the centre chooses
     * @param ton instead of what the form says
     * @param npi instead of what the form says
     * @throws IllegalArgumentException if it is none of these
     */
    public static SmppSender of(Optional<String> sender, Optional<Integer> ton, Optional<Integer> npi) {
        SmppSender plain = sender.map(SmppSender::of).orElse(new SmppSender("", 0, 0));
        return new SmppSender(plain.address, ton.orElse(plain.ton), npi.orElse(plain.npi));
    }

    private static SmppSender of(String sender) {
        if (sender.matches("\\+\\d{7," + MOST_DIGITS + "}")) {
            return new SmppSender(sender.substring(1), INTERNATIONAL, ISDN);
        }
        if (sender.matches("\\d{2,8}")) {
            return new SmppSender(sender, NETWORK_SPECIFIC, 0);
        }
        if (sender.matches("(?!\\d+$)[\\p{Alnum} ._-]{1," + MOST_LETTERS + "}")) {
            return new SmppSender(sender, ALPHANUMERIC, 0);
        }
        throw new IllegalArgumentException("sender " + sender
                + " must be a number in E.164 form, a short code of 2 to 8 digits, or 1 to 11 letters and digits");
    }
}
