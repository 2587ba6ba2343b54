package org.mailcontinuity.probe.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.probe.schedule.CheckScheduler;

/**
 * Decides which requests are answered by a check.
 *
 * <ol>
 *   <li>Not those that this vantage raised itself: it has just looked.
 *   <li>Not those for a monitor that another worker has, or nobody here.
 *   <li>Not those asked more than a minute ago, by this machine's clock: the schedule has looked since. Nor those of
 *       the future beyond what clocks may differ.
 *   <li>Not a second one within a minute of the last for the same monitor.
 *   <li>Not while a check of that direction is under way: it tells the same.
 * </ol>
 *
 * For one thread.
 */
public final class ConfirmationDesk {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final String vantage;
    private final CheckScheduler scheduler;
    private final InstantSource clock;
    private final ConfirmationCounts counts = new ConfirmationCounts();
    /** Monitors confirmed within the last minute, oldest first. */
    private final Map<UUID, Instant> lately = new LinkedHashMap<>();

    public ConfirmationDesk(String vantage, CheckScheduler scheduler, InstantSource clock) {
        this.vantage = vantage;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public ConfirmationCounts counts() {
        return counts;
    }

    public void take(ConfirmationRequested request) {
        Instant now = clock.instant();
        forgetBefore(now.minus(LONGEST_WAIT));
        if (request.vantage().equals(vantage)) {
            counts.own.increment();
        } else if (!scheduler.has(request.monitorId())) {
            return;
        } else if (Duration.between(request.requestedAt(), now).compareTo(LONGEST_WAIT) > 0
                || Duration.between(now, request.requestedAt()).compareTo(CLOCKS_APART) > 0) {
            counts.old.increment();
        } else if (lately.containsKey(request.monitorId())) {
            counts.repeated.increment();
        } else if (scheduler.confirm(request.monitorId(), request.direction(), request.requestedAt())) {
            lately.put(request.monitorId(), now);
            counts.checked.increment();
        } else {
            counts.busy.increment();
        }
    }

    private void forgetBefore(Instant then) {
        var oldest = lately.values().iterator();
        while (oldest.hasNext() && oldest.next().isBefore(then)) {
            oldest.remove();
        }
    }
}
