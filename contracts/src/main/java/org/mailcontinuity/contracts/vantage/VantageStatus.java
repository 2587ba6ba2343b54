package org.mailcontinuity.contracts.vantage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Require;

/**
 * The condition of one probe worker.
 *
 * @param at when it was so
 * @param monitors how many monitors the worker checks
 * @param lag how late its latest due check started
 * @param clockOffset how far its clock is ahead of the broker's; absent while unknown
 * @param droppedSamples samples lost since the start because Kafka was away for too long
 * @param controlTargets what its self-check last found, at most 20
 * @param lastSampleAt when its latest check was done; absent before the first
 */
public record VantageStatus(
        String vantage,
        String worker,
        Instant at,
        VantageState state,
        int monitors,
        Duration lag,
        Optional<Duration> clockOffset,
        long droppedSamples,
        List<ControlTarget> controlTargets,
        Optional<Instant> lastSampleAt)
        implements Message {

    public VantageStatus {
        Require.text("vantage", vantage, 1, 100);
        Require.text("worker", worker, 1, 100);
        Require.present("at", at);
        Require.present("state", state);
        Require.range("monitors", monitors, 0, Integer.MAX_VALUE);
        Require.present("lag", lag);
        Require.range("droppedSamples", droppedSamples, 0, Long.MAX_VALUE);
        controlTargets = Require.list("controlTargets", controlTargets, 20);
    }

    @Override
    public String key() {
        return vantage + "/" + worker;
    }

    /**
     * A server elsewhere that the worker looks at to know that its own network is sound.
     *
     * @param target {@code host:port}
     */
    public record ControlTarget(String target, boolean reachable, Instant checkedAt) {
        public ControlTarget {
            Require.text("controlTargets.target", target, 1, 300);
            Require.present("controlTargets.checkedAt", checkedAt);
        }
    }
}
