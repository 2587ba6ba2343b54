package org.mailcontinuity.bench.scenario;

import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Reply;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * How a check ends.
 *
 * @param millis how long it takes
 * @param reachesRoute false where it ends before any route is known, as when DNS fails
 */
public record Answer(
        Outcome outcome, Stage stage, Optional<Fault> fault, Optional<Reply> reply, long millis, boolean reachesRoute) {

    private static final long QUICK = 200;

    public static final Answer REFUSED = failure(Stage.CONNECT, Fault.CONNECT_REFUSED, 30);
    public static final Answer CONNECT_TIMEOUT = failure(Stage.CONNECT, Fault.CONNECT_TIMEOUT, 10_000);
    public static final Answer GREETING_TIMEOUT = failure(Stage.GREETING, Fault.GREETING_TIMEOUT, 30_000);
    public static final Answer DISCONNECTED = failure(Stage.MAIL, Fault.DISCONNECTED, QUICK);
    public static final Answer EXPIRED = failure(Stage.TLS, Fault.TLS_EXPIRED, QUICK);
    public static final Answer NO_MAILBOX = reply(Fault.REJECTED, 550, "5.2.1", "Mailbox unavailable");
    public static final Answer SYSTEM_DOWN =
            reply(Fault.TEMPFAIL, 421, "4.3.2", "System not accepting network messages");
    public static final Answer STORAGE_FULL = reply(Fault.TEMPFAIL, 452, "4.3.1", "Insufficient system storage");
    public static final Answer TRY_LATER = reply(Fault.TEMPFAIL, 451, "4.7.1", "Try again later");
    public static final Answer SERVFAIL =
            new Answer(Outcome.FAILURE, Stage.DNS, Optional.of(Fault.DNS_SERVFAIL), Optional.empty(), 5_000, false);
    public static final Answer SELF_CHECK_FAILED = new Answer(
            Outcome.INCONCLUSIVE, Stage.CONNECT, Optional.of(Fault.SELF_CHECK_FAILED), Optional.empty(), 10_000, true);

    /** A check that gets through in that time. */
    public static Answer accepted(long millis) {
        return new Answer(Outcome.SUCCESS, Stage.ACCEPTED, Optional.empty(), Optional.empty(), millis, true);
    }

    /** True if a prober that knows no better sees a failure. */
    public boolean isBad() {
        return outcome == Outcome.FAILURE || outcome == Outcome.INCONCLUSIVE;
    }

    private static Answer failure(Stage stage, Fault fault, long millis) {
        return new Answer(Outcome.FAILURE, stage, Optional.of(fault), Optional.empty(), millis, true);
    }

    private static Answer reply(Fault fault, int code, String enhanced, String text) {
        Reply reply = new Reply(code, Optional.of(enhanced), Optional.of(text));
        return new Answer(Outcome.FAILURE, Stage.RCPT, Optional.of(fault), Optional.of(reply), QUICK, true);
    }
}
