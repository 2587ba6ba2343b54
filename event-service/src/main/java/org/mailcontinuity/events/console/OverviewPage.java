package org.mailcontinuity.events.console;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.events.portal.AlertPage;
import org.mailcontinuity.events.portal.Moment;

/**
 * What the overview shows; the template adds nothing but mark-up.
 *
 * @param more how many monitors there are beyond those shown
 */
public record OverviewPage(
        String user,
        Answer answer,
        List<Event> events,
        List<Trouble> troubles,
        List<Watched> monitors,
        int more,
        List<Worker> workers,
        Moment shownAt) {

    /** Is mail flowing? */
    public record Answer(String tone, String title, String text) {}

    /** An active continuity event. */
    public record Event(String name, Moment since, Moment until) {}

    /** An open disruption, or several with a cause in common; {@code domains} names theirs where they are several. */
    public record Trouble(
            String tone,
            String word,
            String headline,
            String cause,
            Moment since,
            String state,
            Optional<String> domains) {}

    /**
     * A monitor with its directions.
     *
     * @param sight a sentence where not all of its vantages see
     */
    public record Watched(String name, String domain, boolean enabled, Optional<String> sight, List<Way> ways) {}

    /**
     * A direction of a monitor.
     *
     * @param strip the last 24 hours
     * @param regional a sentence where some vantages alone see mail fail
     */
    public record Way(
            String name,
            String tone,
            String word,
            Moment since,
            List<AlertPage.Slot> strip,
            Optional<String> regional) {}

    /** A probe worker. */
    public record Worker(String name, String tone, String word, Optional<String> detail) {}
}
