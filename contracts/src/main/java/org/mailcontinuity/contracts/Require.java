package org.mailcontinuity.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that the compact constructors of messages share. Each throws a {@link ContractViolation}. */
public final class Require {
    private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END_OF_TIMES = Instant.parse("+10000-01-01T00:00:00Z");

    private Require() {}

    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new ContractViolation(field, "must be present", "absent");
        }
        return value;
    }

    public static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** An absent list is an empty one. */
    public static <T> List<T> list(String field, @Nullable List<T> value, int most) {
        List<T> list = value == null ? List.of() : List.copyOf(value);
        if (list.size() > most) {
            throw new ContractViolation(field, "must have at most " + most + " items", list.size());
        }
        return list;
    }

    /** An absent map is an empty one. */
    public static <V> Map<String, V> map(String field, @Nullable Map<String, V> value, int most) {
        Map<String, V> map = value == null ? Map.of() : Map.copyOf(value);
        if (map.size() > most) {
            throw new ContractViolation(field, "must have at most " + most + " entries", map.size());
        }
        return map;
    }

    /** A text of {@code least} to {@code most} characters (UTF-16 units), both included. */
    public static String text(String field, @Nullable String value, int least, int most) {
        String text = present(field, value);
        if (text.length() < least || text.length() > most) {
            throw new ContractViolation(field, "must have " + least + " to " + most + " characters", text);
        }
        return text;
    }

    public static String matching(String field, @Nullable String value, Pattern pattern, String rule) {
        String text = present(field, value);
        if (!pattern.matcher(text).matches()) {
            throw new ContractViolation(field, rule, text);
        }
        return text;
    }

    public static Optional<String> optionalText(String field, Optional<String> value, int most) {
        value.ifPresent(text -> text(field, text, 1, most));
        return value;
    }

    /** A number from {@code least} to {@code most}, both included. */
    public static long range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ContractViolation(field, "must be from " + least + " to " + most, value);
        }
        return value;
    }

    /** A duration from {@code least} to {@code most}, both included. */
    public static Duration range(String field, @Nullable Duration value, Duration least, Duration most) {
        Duration duration = present(field, value);
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new ContractViolation(field, "must be from " + least + " to " + most, duration);
        }
        return duration;
    }

    /** A time that RFC 3339 can write: the years 0000 to 9999. */
    public static Instant time(String field, @Nullable Instant value) {
        Instant time = present(field, value);
        if (time.isBefore(FIRST_TIME) || !time.isBefore(END_OF_TIMES)) {
            throw new ContractViolation(field, "must be in the years 0000 to 9999", time);
        }
        return time;
    }

    /** {@code later} is not before {@code earlier}. */
    public static void inOrder(String earlierField, Instant earlier, String laterField, Instant later) {
        if (later.isBefore(earlier)) {
            throw new ContractViolation(laterField, "must not be before " + earlierField, later);
        }
    }
}
