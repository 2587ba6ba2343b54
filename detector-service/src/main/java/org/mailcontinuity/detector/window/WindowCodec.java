package org.mailcontinuity.detector.window;

import java.time.Instant;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.contracts.window.VantageCounts;
import org.mailcontinuity.detection.state.StateReader;
import org.mailcontinuity.detection.state.StateWriter;

/** Open windows in the binary form of the state. */
public final class WindowCodec {
    private WindowCodec() {}

    /** Writes a window. */
    public static void write(StateWriter out, OpenWindow window) {
        out.time(window.start());
        out.optional(window.earliestFailed(), out::word);
        out.list(window.counts(), count -> {
            out.text(count.vantage());
            out.number(count.success());
            out.number(count.impaired());
            out.number(count.failure());
            out.number(count.inconclusive());
        });
        out.list(window.samples(), mark -> {
            out.text(mark.vantage());
            out.optional(mark.route(), out::text);
            out.number(mark.at() - window.start().toEpochMilli());
            out.word(mark.outcome());
            out.number(mark.latency());
            out.optional(mark.fault(), out::word);
        });
        out.number(window.mail().accepted());
        out.number(window.mail().millis());
    }

    /** Reads a window. @param counted false in a form that knew no counts of real mail */
    public static OpenWindow read(StateReader in, boolean counted) {
        Instant start = in.time();
        return new OpenWindow(
                start,
                in.optional(() -> in.word(Stage.class)),
                in.list(() -> new VantageCounts(in.text(), in.integer(), in.integer(), in.integer(), in.integer())),
                in.list(() -> new SampleMark(
                        in.text(),
                        in.optional(in::text),
                        start.toEpochMilli() + in.number(),
                        in.word(Outcome.class),
                        in.number(),
                        in.optional(() -> in.word(Fault.class)))),
                counted ? new MailSeen(in.number(), in.number()) : MailSeen.NONE);
    }
}
