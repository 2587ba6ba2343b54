package org.mailcontinuity.standalone.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which the demo mail system can be broken. */
public enum Fault {
    DOWN("mx1 and mx2 refuse every connection", true),
    REJECT("mx1 and mx2 answer 550 5.2.1 to every recipient", true),
    TEMPFAIL("mx1 and mx2 answer 421 4.3.2 to every recipient", true),
    SLOW("submitted mail leaves 8 s late", false),
    BLACKHOLE("mx1 and mx2 do not answer connection attempts at all", true),
    EXPIRED_CERTIFICATE("mx1 and mx2 show a certificate that has expired", true),
    LOST("submitted mail is accepted and never seen again", false),
    AUTH("the submission server refuses every user name and password", false);

    private final String sentence;
    private final boolean inbound;

    Fault(String sentence, boolean inbound) {
        this.sentence = sentence;
        this.inbound = inbound;
    }

    /** What it does, for a person. */
    public String sentence() {
        return sentence;
    }

    /** The routes that it can strike. */
    List<MailRoute> routes() {
        return inbound ? List.of(MailRoute.MX1, MailRoute.MX2) : List.of(MailRoute.SUBMISSION);
    }

    /** The word of the command line, such as {@code expired-certificate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> named(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
