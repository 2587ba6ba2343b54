package org.mailcontinuity.detection.disruption;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether mail flow of a direction is disrupted.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>from</th><th>when</th><th>to</th><th>finding</th></tr>
 *   <tr><td>Calm</td><td>the rule fires, no clear within the flap time</td><td>Disrupted</td><td>OPENED</td></tr>
 *   <tr><td>Calm</td><td>the rule fires within the flap time of a clear</td><td>Disrupted, as before</td><td>REOPENED</td></tr>
 *   <tr><td>Disrupted</td><td>severity rises, or the cause becomes another</td><td>Disrupted</td><td>CHANGED</td></tr>
 *   <tr><td>Disrupted</td><td>the rule clears, or the monitor goes</td><td>Calm</td><td>CLEARED</td></tr>
 * </table>
 */
public sealed interface FlowState {
    /** The state of a new monitor. */
    Calm CALM = new Calm(Optional.empty());

    /**
     * Mail flows, as far as is known.
     *
     * @param last the disruption before, as long as it may reopen
     */
    record Calm(Optional<Cleared> last) implements FlowState {

        /** The rule fired and it is a new disruption. */
        public Disrupted open(Instant openedAt, Instant at, Fired fired, Severity severity, String causeKey) {
            return new Disrupted(openedAt, at, fired, severity, causeKey, 0);
        }
    }

    /** A disruption that ended. */
    record Cleared(Disrupted disruption, Instant clearedAt) {

        /** The rule fired again so soon that the same disruption goes on. */
        public Disrupted reopen(Fired fired, Severity severity, String causeKey) {
            return new Disrupted(
                    disruption.openedAt,
                    disruption.detectedAt,
                    fired,
                    disruption.severity.compareTo(severity) > 0 ? disruption.severity : severity,
                    causeKey,
                    disruption.reopenings + 1);
        }
    }

    /**
     * Mail flow is disrupted.
     *
     * @param openedAt when the evidence began; with monitor and direction it identifies the disruption
     * @param detectedAt when the rule first fired
     * @param severity the highest so far
     * @param causeKey of the cause last told
     * @param reopenings how often it came back
     */
    record Disrupted(
            Instant openedAt, Instant detectedAt, Fired fired, Severity severity, String causeKey, int reopenings)
            implements FlowState {

        /** It got worse, another cause shows, or another rule holds it. */
        public Disrupted change(Fired by, Severity worse, String cause) {
            return new Disrupted(openedAt, detectedAt, by, worse, cause, reopenings);
        }

        /** It ended. */
        public Calm clear(Instant at) {
            return new Calm(Optional.of(new Cleared(this, at)));
        }
    }
}
