package org.mailcontinuity.notifier.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Who reads a notice: the language, and the zone in which times are told. */
public record Reader(String name, Locale locale, ZoneId zone) {
    public Reader {
        name = PlainLine.of(name, 100);
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(instant)
                + DateTimeFormatter.ofPattern(" zzz", locale).withZone(zone).format(instant);
    }

    /** Day, month and time, without year and zone: for a phone. */
    String shortTime(Instant instant) {
        String pattern = locale.getLanguage().equals("de") ? "d.M. HH:mm" : "d MMM HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(instant);
    }
}
