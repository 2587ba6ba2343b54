package org.mailcontinuity.contracts.window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * The judgement of one monitor and direction over one window.
 *
 * @param start included
 * @param end not included; earlier than a minute after the start where the verdict changed within the minute
 * @param counts by vantage, at most 50
 * @param evidence the evidence score at the end, for the rule EVIDENCE
 * @param failureCounter the counter at the end, for the rule FAILURE_COUNTER
 * @param latency of the good samples, where there were any
 * @param volume of real mail, where it is measured
 * @param worstStage the earliest stage at which a sample of the window failed
 * @param fault the most frequent fault of the window
 * @param samples the window's samples, packed small, at most 1000
 */
public record WindowJudgement(
        UUID monitorId,
        Direction direction,
        Instant start,
        Instant end,
        Verdict verdict,
        List<VantageCounts> counts,
        Optional<EvidenceScore> evidence,
        Optional<Integer> failureCounter,
        Optional<LatencyQuantiles> latency,
        Optional<WindowVolume> volume,
        Optional<Stage> worstStage,
        Optional<Fault> fault,
        List<WindowSample> samples)
        implements Message {

    public WindowJudgement {
        Require.present("monitorId", monitorId);
        Require.present("direction", direction);
        Require.present("start", start);
        Require.present("end", end);
        Require.inOrder("start", start, "end", end);
        Require.present("verdict", verdict);
        counts = Require.list("counts", counts, 50);
        samples = Require.list("samples", samples, 1000);
    }

    @Override
    public String key() {
        return monitorId.toString();
    }
}
