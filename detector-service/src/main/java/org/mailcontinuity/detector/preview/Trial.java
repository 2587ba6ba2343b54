package org.mailcontinuity.detector.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.detection.disruption.Finding;
import org.mailcontinuity.detection.disruption.Report;
import org.mailcontinuity.detector.monitor.MonitorSettings;
import org.mailcontinuity.detector.replay.NumberedSample;
import org.mailcontinuity.detector.replay.Replay;
import org.mailcontinuity.detector.replay.ReplayListener;

/** One candidate's settings at work on the recorded samples. Memory does not grow with their number. Not thread-safe. */
final class Trial {
    /** Beyond these, disruptions are only counted. */
    private static final int MOST_KEPT = 500;

    private final Replay replay;
    private final List<WouldBe> disruptions = new ArrayList<>();
    private final List<Finding> fresh = new ArrayList<>();
    private int alerts;

    Trial(MonitorDefinition definition) {
        // A monitor that is switched off is judged too: the question is what it would have found.
        MonitorSettings settings = MonitorSettings.of(definition);
        this.replay = new Replay(
                List.of(new MonitorSettings(settings.monitorId(), true, settings.detection())), new Listener());
    }

    /** The next sample; what it came to. */
    List<Finding> next(NumberedSample sample) {
        replay.next(sample);
        return drained();
    }

    /** There are no more; what that came to. */
    List<Finding> end() {
        replay.end();
        return drained();
    }

    /** How many alerts would have been raised: one a disruption. */
    int alerts() {
        return alerts;
    }

    /** The disruptions in the order in which they opened, the first 500. */
    List<WouldBe> disruptions() {
        return List.copyOf(disruptions);
    }

    private List<Finding> drained() {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Finding> found = List.copyOf(fresh);
        fresh.clear();
        return found;
    }

    private void keep(Finding finding) {
        switch (finding) {
            case Finding.Opened opened -> open(finding, opened.report());
            case Finding.Blinded blinded -> open(finding, blinded.report());
            case Finding.Changed changed ->
                replace(finding, changed.report(), known -> known.changed(changed.report()));
            case Finding.Reopened reopened ->
                replace(finding, reopened.report(), known -> known.reopened(reopened.report()));
            case Finding.Cleared cleared ->
                replace(finding, cleared.report(), known -> known.cleared(cleared.report(), cleared.at()));
            case Finding.ReducedSight reduced -> {}
        }
    }

    private void open(Finding finding, Report report) {
        alerts++;
        if (disruptions.size() < MOST_KEPT) {
            disruptions.add(WouldBe.opened(finding.direction(), report));
        }
    }

    private interface Step {
        WouldBe next(WouldBe known);
    }

    private void replace(Finding finding, Report report, Step step) {
        disruptions.replaceAll(known -> known.isOf(finding.direction(), report) ? step.next(known) : known);
    }

    private final class Listener implements ReplayListener {
        @Override
        public void found(UUID monitorId, Finding finding) {
            fresh.add(finding);
            keep(finding);
        }

        @Override
        public void skipped(long line, String reason) {
            // Its time is absurd: the detector would have put it aside too.
        }
    }
}
