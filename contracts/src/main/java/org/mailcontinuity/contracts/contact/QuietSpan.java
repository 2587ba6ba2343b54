package org.mailcontinuity.contracts.contact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.mailcontinuity.contracts.ContractViolation;
import org.mailcontinuity.contracts.Require;

/**
 * From a time of day until another, on some days of the week. A span whose end is not after its start goes on past
 * midnight and belongs to the day on which it starts.
 *
 * @param days on which it starts; empty = every day
 * @param from included, to the minute
 * @param until excluded, to the minute; {@code 00:00} is the end of the day
 */
public record QuietSpan(
        List<DayOfWeek> days,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime until) {
    public QuietSpan {
        days = Require.list("quietHours.spans.days", days, 7);
        Require.present("quietHours.spans.from", from);
        Require.present("quietHours.spans.until", until);
        if (from.equals(until)) {
            throw new ContractViolation("quietHours.spans.until", "must differ from from", until);
        }
    }
}
