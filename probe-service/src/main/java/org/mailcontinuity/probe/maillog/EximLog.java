package org.mailcontinuity.probe.maillog;

import java.time.Instant;
import java.util.Optional;

/**
 * The main log of Exim, also where it comes through syslog.
 *
 * <ol>
 *   <li>{@code <=} says who sent a message, {@code Completed} that it is gone.
 *   <li>{@code =>}, {@code ->} and {@code >>} deliver, {@code ==} defers, {@code **} fails.
 *   <li>{@code rejected} and {@code temporarily rejected} refuse what has no message yet.
 * </ol>
 */
final class EximLog implements MailLog {
    private final LogMemory memory;
    private final LogTimes times;

    EximLog(LogMemory memory, LogTimes times) {
        this.memory = memory;
        this.times = times;
    }

    private record Entry(Instant at, String text) {}

    @Override
    public Reading read(String line) {
        Optional<Entry> entry = entry(line);
        return entry.isEmpty() ? new Reading.Malformed() : read(entry.get());
    }

    private Optional<Entry> entry(String line) {
        Optional<Entry> own = own(line);
        if (own.isPresent()) {
            return own;
        }
        Optional<SyslogLine> syslog =
                SyslogLine.read(line, times).filter(read -> read.program().startsWith("exim"));
        return syslog.map(read -> own(read.text()).orElse(new Entry(read.at(), withoutPid(read.text()))));
    }

    /** {@code date time[.fraction] [offset] [[pid]] text}. */
    private Optional<Entry> own(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3 || parts[0].length() != 10) {
            return Optional.empty();
        }
        boolean offset = parts[2].length() > 6 && "+-".indexOf(parts[2].charAt(0)) >= 0 && parts[2].charAt(5) == ' ';
        String zone = offset ? parts[2].substring(0, 5) : "";
        String text = offset ? parts[2].substring(6) : parts[2];
        return times.local(parts[0], parts[1], zone).map(at -> new Entry(at, withoutPid(text)));
    }

    private static String withoutPid(String text) {
        int end = text.startsWith("[") ? text.indexOf("] ") : -1;
        return end > 0 && text.substring(1, end).chars().allMatch(Character::isDigit) ? text.substring(end + 2) : text;
    }

    private Reading read(Entry entry) {
        String[] parts = entry.text().split(" ", 3);
        if (parts.length >= 2 && isMessageId(parts[0])) {
            return message(entry.at(), parts[0], parts[1], parts.length == 3 ? parts[2] : "");
        }
        return refused(entry);
    }

    private Reading message(Instant at, String id, String flag, String rest) {
        return switch (flag) {
            case "<=" -> {
                String sender = rest.split(" ", 2)[0];
                memory.sent(id, sender.equals("<>") ? "" : sender);
                yield new Reading.Nothing();
            }
            case "Completed" -> {
                memory.ended(id);
                yield new Reading.Nothing();
            }
            case "=>", "->", ">>" -> told(at, id, rest, Fate.ACCEPTED);
            case "==" -> told(at, id, rest, Fate.DEFERRED);
            case "**" -> told(at, id, rest, Fate.REJECTED);
            default -> rest.contains("rejected ") ? refused(new Entry(at, flag + " " + rest)) : new Reading.Nothing();
        };
    }

    private Reading told(Instant at, String id, String rest, Fate fate) {
        String first = rest.split(" ", 2)[0];
        String address = first.endsWith(":") ? first.substring(0, first.length() - 1) : first;
        boolean plain = address.indexOf('@') > 0 && "|/:".indexOf(address.charAt(0)) < 0;
        Optional<String> original = Fields.between(rest, " <", ">").filter(text -> text.indexOf('@') > 0);
        Optional<String> recipient = plain ? Optional.of(address) : original;
        Optional<String> sender = Fields.between(rest, " F=<", ">").or(() -> memory.senderOf(id));
        Optional<ReplySeen> reply = fate == Fate.ACCEPTED
                ? Optional.empty()
                : Fields.after(rest, ": ", "\0").flatMap(ReplySeen::in);
        return Reading.of(new MessageFate(
                at, id, sender, recipient, plain ? original : Optional.empty(), fate, reply, Optional.empty()));
    }

    private static Reading refused(Entry entry) {
        String text = entry.text();
        int rejected = text.indexOf("rejected ");
        if (rejected < 0 || !text.startsWith("H=") && !text.contains(" H=") && !text.contains("F=<")) {
            return new Reading.Nothing();
        }
        boolean temporary = rejected >= 12 && text.startsWith("temporarily ", rejected - 12);
        String what = text.substring(rejected);
        return Reading.of(MessageFate.of(
                entry.at(),
                "",
                Fields.between(text, "F=<", ">"),
                Fields.between(what, "rejected RCPT <", ">"),
                temporary ? Fate.DEFERRED : Fate.REJECTED,
                Fields.after(what, ": ", "\0").flatMap(ReplySeen::in)));
    }

    /** {@code 6-6-2} characters, since Exim 4.97 {@code 6-11-4}. */
    private static boolean isMessageId(String text) {
        boolean old = text.length() == 16 && text.charAt(6) == '-' && text.charAt(13) == '-';
        return old || text.length() == 23 && text.charAt(6) == '-' && text.charAt(18) == '-';
    }
}
