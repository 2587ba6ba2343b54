package org.mailcontinuity.probe.vantage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.vantage.VantageState;

/**
 * What the looks at the control targets amount to. Without control targets nobody vouches for the worker, but nothing
 * is held against it either. Safe for many threads.
 */
public final class Sight {
    private final int targets;
    private final Map<ControlTarget, Look> looks = new LinkedHashMap<>();
    private boolean everReached;

    /** One look at a target: when it began, and when its answer was known. */
    public record Look(ControlTarget target, boolean reachable, Instant begunAt, Instant at) {}

    public Sight(List<ControlTarget> targets) {
        this.targets = targets.size();
    }

    public synchronized void looked(Look look) {
        looks.put(look.target(), look);
        everReached |= look.reachable();
    }

    /** A mail server somewhere answered: there is a way out. */
    public synchronized void reached() {
        everReached = true;
    }

    public synchronized VantageState state() {
        if (targets == 0) {
            return VantageState.SINGLE_VIEW;
        }
        if (looks.isEmpty() || looks.values().stream().anyMatch(Look::reachable)) {
            return VantageState.OK;
        }
        return everReached ? VantageState.SELF_CHECK_FAILED : VantageState.EGRESS_BLOCKED;
    }

    /** Whether a target answered a look that began at {@code since} or later, or all failed to. */
    synchronized boolean tellsSince(Instant since) {
        List<Look> fresh = looks.values().stream()
                .filter(look -> !look.begunAt().isBefore(since))
                .toList();
        return fresh.size() >= targets || fresh.stream().anyMatch(Look::reachable);
    }

    /** What is wrong with the worker itself, if anything. */
    public Optional<Fault> ownFault() {
        return switch (state()) {
            case SELF_CHECK_FAILED -> Optional.of(Fault.SELF_CHECK_FAILED);
            case EGRESS_BLOCKED -> Optional.of(Fault.EGRESS_BLOCKED);
            case OK, SINGLE_VIEW, STOPPED, UNKNOWN -> Optional.empty();
        };
    }

    public synchronized List<Look> looks() {
        return List.copyOf(looks.values());
    }
}
