package org.mailcontinuity.events.monitor;

import java.util.Optional;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.events.problem.Refusal;

/** What another feature has to say before a monitor is stored. Each feature that has a say provides one. */
public interface MonitorGuard {
    /** Why {@code definition} must not be stored; empty where nothing speaks against it. */
    Optional<Refusal> refusal(MonitorDefinition definition);
}
