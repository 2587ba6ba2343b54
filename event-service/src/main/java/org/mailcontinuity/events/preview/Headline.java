package org.mailcontinuity.events.preview;

import java.time.Duration;

/** The sentence that sums a preview up. */
final class Headline {
    private Headline() {}

    /** @param present how many alerts the settings in force would have raised */
    static String of(PreviewRequest.Span span, int proposed, int present) {
        String difference = present == proposed
                ? "the present settings as many"
                : "the present settings " + (present == 0 ? "none" : Integer.toString(present));
        return "With these settings %s would have raised %s; %s."
                .formatted(stretch(Duration.between(span.from(), span.until())), alerts(proposed), difference);
    }

    private static String alerts(int count) {
        return switch (count) {
            case 0 -> "no alert";
            case 1 -> "1 alert";
            default -> count + " alerts";
        };
    }

    private static String stretch(Duration duration) {
        long hours = duration.toHours();
        if (hours >= 48 && hours % 24 == 0) {
            return "these " + hours / 24 + " days";
        }
        if (hours >= 2) {
            return "these " + hours + " hours";
        }
        return "these " + Math.max(1, duration.toMinutes()) + " minutes";
    }
}
