package org.mailcontinuity.events.portal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a contact wants done, read from a form. */
sealed interface Action {
    int LONGEST_REASON = 200;

    record Acknowledge() implements Action {}

    record Suspend(Duration length) implements Action {}

    /**
     * @param groupIds empty = everyone
     * @param users whether those whom the event covers are told too
     */
    record Start(Duration length, List<UUID> groupIds, boolean users) implements Action {}

    /** @param until the new end, so that two taps extend once */
    record Extend(Instant until) implements Action {}

    record End(Optional<String> reason) implements Action {}

    /** Empty where a field is missing or holds what the page did not offer. */
    static Optional<Action> read(Form form) {
        return switch (form.action()) {
            case "acknowledge" -> Optional.of(new Acknowledge());
            case "suspend" -> length(form, Choices.SUSPENSIONS).map(Suspend::new);
            case "start" ->
                length(form, Choices.DURATIONS)
                        .flatMap(length -> scope(form.scope())
                                .map(groups ->
                                        new Start(length, groups, form.users().equals("tell"))));
            case "extend" -> instant(form.until()).map(Extend::new);
            case "end" -> Optional.of(new End(reason(form.reason())));
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> length(Form form, List<Duration> offered) {
        return offered.stream()
                .filter(length -> length.toString().equals(form.duration()))
                .findFirst();
    }

    private static Optional<List<UUID>> scope(String text) {
        if (text.equals(Choices.EVERYONE)) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(List.of(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> reason(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) : plain);
    }
}
