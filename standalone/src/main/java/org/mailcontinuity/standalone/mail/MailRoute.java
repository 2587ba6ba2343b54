package org.mailcontinuity.standalone.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way into or out of the demo mail system. */
public enum MailRoute {
    MX1,
    MX2,
    SUBMISSION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MailRoute> named(String word) {
        return Arrays.stream(values())
                .filter(route -> route.word().equals(word))
                .findFirst();
    }
}
