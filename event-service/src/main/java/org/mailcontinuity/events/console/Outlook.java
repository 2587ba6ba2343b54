package org.mailcontinuity.events.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.contracts.window.WindowJudgement;
import org.mailcontinuity.events.access.Holder;
import org.mailcontinuity.events.alert.Alert;
import org.mailcontinuity.events.disruption.Incident;
import org.mailcontinuity.events.lifecycle.ContinuityEvent;
import org.mailcontinuity.events.monitor.Monitor;
import org.mailcontinuity.events.window.Flow;
import org.mailcontinuity.events.window.SlotVerdict;

/**
 * All that the overview is drawn from.
 *
 * @param troubles open disruptions with what became of their alerts, the gravest first
 * @param slots the last 24 hours of the monitors, by half hours
 * @param latest the windows of the last minutes
 */
record Outlook(
        Holder holder,
        List<Monitor> monitors,
        List<Flow> flows,
        List<SlotVerdict> slots,
        List<WindowJudgement> latest,
        List<OpenTrouble> troubles,
        List<ContinuityEvent> events,
        List<VantageStatus> workers,
        Instant now) {

    /**
     * An open disruption.
     *
     * @param alert the alert that tells of it
     */
    record OpenTrouble(Incident incident, Optional<Alert> alert) {}
}
