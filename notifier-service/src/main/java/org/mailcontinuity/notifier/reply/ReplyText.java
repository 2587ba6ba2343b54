package org.mailcontinuity.notifier.reply;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.reply.ReplyCommand;

/**
 * What an SMS says: a word, a code of four digits, and for some words how long, in any order after the word. Capitals,
 * blanks and full stops do not matter.
 *
 * <p>Example: {@code start 2h 4711} and {@code Start 4711, 2 h.} mean the same, as does {@code STARTE 2 STD 4711}.
 *
 * @param duration as written; absent for the usual
 */
record ReplyText(ReplyCommand command, String code, Optional<Duration> duration) {
    private static final Map<String, ReplyCommand> WORDS = Map.ofEntries(
            Map.entry("ACK", ReplyCommand.ACKNOWLEDGE),
            Map.entry("ACKNOWLEDGE", ReplyCommand.ACKNOWLEDGE),
            Map.entry("OK", ReplyCommand.ACKNOWLEDGE),
            Map.entry("JA", ReplyCommand.ACKNOWLEDGE),
            Map.entry("UBERNEHME", ReplyCommand.ACKNOWLEDGE),
            Map.entry("UEBERNEHME", ReplyCommand.ACKNOWLEDGE),
            Map.entry("START", ReplyCommand.START),
            Map.entry("STARTE", ReplyCommand.START),
            Map.entry("STARTEN", ReplyCommand.START),
            Map.entry("STOP", ReplyCommand.END),
            Map.entry("STOPP", ReplyCommand.END),
            Map.entry("END", ReplyCommand.END),
            Map.entry("ENDE", ReplyCommand.END),
            Map.entry("BEENDE", ReplyCommand.END),
            Map.entry("BEENDEN", ReplyCommand.END),
            Map.entry("MUTE", ReplyCommand.SUSPEND),
            Map.entry("STUMM", ReplyCommand.SUSPEND),
            Map.entry("RUHE", ReplyCommand.SUSPEND),
            Map.entry("PAUSE", ReplyCommand.SUSPEND));
    private static final Pattern FORM = Pattern.compile("([A-Z]{2,12})((?: [A-Z0-9]{1,10}){1,4})");
    private static final Pattern CODE = Pattern.compile(" (\\d{4})");
    private static final Pattern LENGTH = Pattern.compile(" (\\d{1,3}) ?([A-Z]{1,8})(?= |$)");
    private static final List<String> MINUTES = List.of("M", "MIN", "MINUTE", "MINUTES", "MINUTEN");
    private static final List<String> HOURS = List.of("H", "HOUR", "HOURS", "STD", "STUNDE", "STUNDEN");
    private static final List<String> DAYS = List.of("D", "DAY", "DAYS", "T", "TAG", "TAGE");
    private static final Duration LONGEST_DURATION = Duration.ofDays(30);
    private static final int LONGEST = 100;

    /** Empty for what is none of these. Never throws. */
    static Optional<ReplyText> read(String text) {
        Matcher form = FORM.matcher(plain(text));
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<ReplyCommand> command = Optional.ofNullable(WORDS.get(form.group(1)));
        String rest = form.group(2);
        Matcher length = LENGTH.matcher(rest);
        return length.find()
                ? command.filter(ReplyText::takesDuration)
                        .flatMap(word -> duration(Integer.parseInt(length.group(1)), length.group(2))
                                .flatMap(found -> of(word, length.replaceFirst(""), Optional.of(found))))
                : command.flatMap(word -> of(word, rest, Optional.empty()));
    }

    private static Optional<ReplyText> of(ReplyCommand command, String rest, Optional<Duration> duration) {
        Matcher code = CODE.matcher(rest);
        return code.matches() ? Optional.of(new ReplyText(command, code.group(1), duration)) : Optional.empty();
    }

    private static boolean takesDuration(ReplyCommand command) {
        return command == ReplyCommand.START || command == ReplyCommand.SUSPEND;
    }

    private static String plain(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Normalizer.normalize(bounded, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\s]+", " ")
                .strip();
    }

    private static Optional<Duration> duration(int number, String unit) {
        return unit(unit)
                .map(length -> length.multipliedBy(number))
                .filter(length -> length.isPositive() && length.compareTo(LONGEST_DURATION) <= 0);
    }

    private static Optional<Duration> unit(String unit) {
        if (MINUTES.contains(unit)) {
            return Optional.of(Duration.ofMinutes(1));
        }
        if (HOURS.contains(unit)) {
            return Optional.of(Duration.ofHours(1));
        }
        return DAYS.contains(unit) ? Optional.of(Duration.ofDays(1)) : Optional.empty();
    }
}
