package org.mailcontinuity.events.portal;

import java.util.List;
import java.util.Optional;

/**
 * What the alert's page shows; the template adds nothing but mark-up.
 *
 * @param tone the page's colour and shape: {@code down}, {@code degraded}, {@code blind}, {@code ok} or {@code calm}
 * @param certainty how sure the detector is of the cause, as a sentence
 * @param affected the monitors that the alert is about, where they are several; {@code unnamed} more are not listed
 * @param event the continuity event of this alert that is scheduled or active
 * @param form the token that each form carries
 */
public record AlertPage(
        String tone,
        String word,
        String headline,
        Moment since,
        String lasting,
        Optional<Moment> cleared,
        String cause,
        Optional<String> certainty,
        String meaning,
        String state,
        String stateTone,
        boolean canAcknowledge,
        boolean canSuspend,
        boolean canStart,
        List<Choice> scopes,
        List<Choice> durations,
        List<Choice> suspensions,
        List<Affected> affected,
        int unnamed,
        Optional<RunningEvent> event,
        List<Slot> strip,
        List<Fact> facts,
        List<Sight> vantages,
        List<Entry> timeline,
        Optional<Flash> flash,
        String contact,
        Moment expires,
        Moment shownAt,
        String form) {

    /** An option of a form's list. */
    public record Choice(String value, String label, boolean chosen) {}

    /** The event that runs because of this alert. */
    public record RunningEvent(
            String name, boolean active, Moment until, Optional<String> startedBy, List<Choice> extensions) {}

    /** A monitor that the alert is about; {@code cause} where it is another one than the alert's. */
    public record Affected(
            String name,
            String what,
            String tone,
            String word,
            Moment since,
            Optional<Moment> cleared,
            Optional<String> cause) {}

    /** One minute of the strip. */
    public record Slot(String tone, String label) {}

    /** One line of the evidence; {@code code} is shown as the machine said it. */
    public record Fact(String name, String value, boolean code) {}

    /** A vantage and whether it sees the fault. */
    public record Sight(String name, String tone, String label) {}

    /** One thing that happened or was done. */
    public record Entry(Moment at, String text, Optional<String> detail, String tone) {}

    /** What the action just done led to. */
    public record Flash(String text, String tone) {}
}
