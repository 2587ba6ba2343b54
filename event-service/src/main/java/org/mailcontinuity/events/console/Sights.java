package org.mailcontinuity.events.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailcontinuity.events.portal.Wording;
import org.mailcontinuity.events.status.Seen;
import org.mailcontinuity.events.status.Sight;

/** Puts into words from where a monitor is seen. */
final class Sights {
    private Sights() {}

    /** A sentence where not all vantages see. */
    static Optional<String> sentence(Sight sight) {
        int expected = sight.expected().size();
        return switch (sight.state()) {
            case FULL_SIGHT -> Optional.empty();
            case REDUCED_SIGHT ->
                Optional.of("Reduced sight: %d of %d vantages see (%s)."
                        .formatted(expected - sight.missing().size(), expected, missing(sight)));
            case NO_SIGHT ->
                Optional.of(
                        expected == 0 ? "No vantage looks yet." : "No vantage sees (%s).".formatted(missing(sight)));
        };
    }

    /** A sentence where some vantages alone see mail fail. */
    static Optional<String> regional(Seen seen) {
        List<String> vantages = seen.regional();
        return vantages.isEmpty()
                ? Optional.empty()
                : Optional.of("Regional: it fails only as seen from %s.".formatted(String.join(", ", vantages)));
    }

    private static String missing(Sight sight) {
        return sight.missing().stream()
                .map(each -> each.vantage() + ": " + (each.silent() ? "silent" : Wording.plain(each.state())))
                .collect(Collectors.joining(", "));
    }
}
