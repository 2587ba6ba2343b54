package org.mailcontinuity.detector.window;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.window.VantageCounts;
import org.mailcontinuity.contracts.window.Verdict;
import org.mailcontinuity.contracts.window.WindowJudgement;

/** Passes on the synthetic samples that show that the pipeline works: each is a window of its own, and nothing is judged. */
public final class Heartbeat {
    private Heartbeat() {}

    /** The window of a synthetic sample; it ends when the sample was made. */
    public static WindowJudgement judged(Sample sample) {
        return new WindowJudgement(
                sample.monitorId(),
                sample.direction(),
                sample.scheduledAt(),
                sample.completedAt(),
                Verdict.HEALTHY,
                List.of(new VantageCounts(sample.vantage(), 1, 0, 0, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
