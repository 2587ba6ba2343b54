package org.mailcontinuity.detector.window;

import java.time.Duration;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.sample.Volume;

/**
 * Real mail that was reported in a window.
 *
 * @param accepted messages, of all sources
 * @param millis the longest span that a report covers: what was seen is to be compared with what is expected in it
 */
public record MailSeen(long accepted, long millis) {
    /** Nobody reported. */
    public static final MailSeen NONE = new MailSeen(0, 0);

    /** True if nobody reported. */
    public boolean isEmpty() {
        return millis == 0;
    }

    /** With one more report. */
    MailSeen with(Sample report) {
        long count = report.volume().map(Volume::accepted).orElse(0L);
        long span = Duration.between(report.scheduledAt(), report.completedAt()).toMillis();
        return new MailSeen(accepted + count, Math.max(Math.max(1, millis), span));
    }
}
