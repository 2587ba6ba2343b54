package org.mailcontinuity.contracts.sample;

import java.util.Optional;
import org.mailcontinuity.contracts.Require;

/** Milliseconds spent in each stage that was reached, and {@code total} from start to completion. */
public record Timings(
        Optional<Long> dns,
        Optional<Long> connect,
        Optional<Long> greeting,
        Optional<Long> ehlo,
        Optional<Long> starttls,
        Optional<Long> tls,
        Optional<Long> auth,
        Optional<Long> mail,
        Optional<Long> rcpt,
        Optional<Long> data,
        Optional<Long> arrival,
        Optional<Long> retrieval,
        long total) {

    private static final long MOST = 86_400_000L;

    public Timings {
        bounded("dns", dns);
        bounded("connect", connect);
        bounded("greeting", greeting);
        bounded("ehlo", ehlo);
        bounded("starttls", starttls);
        bounded("tls", tls);
        bounded("auth", auth);
        bounded("mail", mail);
        bounded("rcpt", rcpt);
        bounded("data", data);
        bounded("arrival", arrival);
        bounded("retrieval", retrieval);
        Require.range("timings.total", total, 0, MOST);
    }

    /** Only the whole time is known. */
    public static Timings ofTotal(long total) {
        Optional<Long> none = Optional.empty();
        return new Timings(none, none, none, none, none, none, none, none, none, none, none, none, total);
    }

    private static void bounded(String stage, Optional<Long> milliseconds) {
        milliseconds.ifPresent(value -> Require.range("timings." + stage, value, 0, MOST));
    }
}
