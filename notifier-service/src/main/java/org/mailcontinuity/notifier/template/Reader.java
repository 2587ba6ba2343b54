package org.mailcontinuity.notifier.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Who reads a notice: the language, and the zone in which times are told. */
public record Reader(String name, Locale locale, ZoneId zone) {
    public Reader {
        name = PlainLine.of(name, 100);
    }

    /**
     * The language to tell somebody in.
     *
     * @param own the reader's
     * @param offered the languages that it may be told in; empty = any
     */
    public static Locale locale(Locale own, List<String> offered) {
        List<Locale> locales = offered.stream().map(Locale::forLanguageTag).toList();
        boolean fits = locales.isEmpty()
                || locales.stream().anyMatch(locale -> locale.getLanguage().equals(own.getLanguage()));
        return fits ? own : locales.getFirst();
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
