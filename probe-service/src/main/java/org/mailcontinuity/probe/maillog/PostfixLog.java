package org.mailcontinuity.probe.maillog;

import java.util.List;
import java.util.Optional;

/**
 * The log of Postfix, of all its programs.
 *
 * <ol>
 *   <li>{@code qmgr} says who sent a message, and that it is gone: remembered by queue id.
 *   <li>A delivery program's line with {@code to=} and {@code status=}: sent is accepted, deferred and bounced are what
 *       they say. A hop to a content filter is none.
 *   <li>{@code smtpd}, {@code postscreen}, {@code cleanup} reject: a 4xx defers, a 5xx rejects; a milter's may name the
 *       enhanced code only.
 * </ol>
 */
final class PostfixLog implements MailLog {
    private final LogMemory memory;
    private final LogTimes times;
    private final List<String> skippedRelays;

    PostfixLog(LogMemory memory, LogTimes times, List<String> skippedRelays) {
        this.memory = memory;
        this.times = times;
        this.skippedRelays = List.copyOf(skippedRelays);
    }

    @Override
    public Reading read(String line) {
        Optional<SyslogLine> parsed = SyslogLine.read(line, times);
        if (parsed.isEmpty()) {
            return new Reading.Malformed();
        }
        SyslogLine syslog = parsed.get();
        int colon = syslog.text().indexOf(": ");
        if (!syslog.program().startsWith("postfix") || colon < 0) {
            return new Reading.Nothing();
        }
        String id = syslog.text().substring(0, colon);
        return Fields.isQueueId(id) ? message(syslog, id, syslog.text().substring(colon + 2)) : new Reading.Nothing();
    }

    private Reading message(SyslogLine syslog, String id, String rest) {
        if (rest.startsWith("from=<") && rest.contains(", size=")) {
            Fields.between(rest, "from=<", ">").ifPresent(sender -> memory.sent(id, sender));
            return new Reading.Nothing();
        }
        if (rest.equals("removed")) {
            memory.ended(id);
            return new Reading.Nothing();
        }
        if (rest.startsWith("to=<")) {
            return delivered(syslog, id, rest);
        }
        return rest.startsWith("reject: ") || rest.startsWith("milter-reject: ")
                ? refused(syslog, id, rest)
                : new Reading.Nothing();
    }

    private Reading delivered(SyslogLine syslog, String id, String rest) {
        String relay = Fields.after(rest, ", relay=", ",").orElse("");
        Optional<Fate> fate = Fields.after(rest, ", status=", " ").flatMap(PostfixLog::fate);
        if (fate.isEmpty() || skippedRelays.stream().anyMatch(relay::contains)) {
            return new Reading.Nothing();
        }
        Optional<String> enhanced = Fields.after(rest, ", dsn=", ",").flatMap(dsn -> ReplySeen.enhancedAt(dsn, 0));
        Optional<ReplySeen> said = Fields.after(rest, " said: ", "\0")
                .flatMap(ReplySeen::in)
                .map(reply -> new ReplySeen(reply.code(), reply.enhanced().or(() -> enhanced)));
        return Reading.of(new MessageFate(
                syslog.at(),
                id,
                memory.senderOf(id),
                Fields.between(rest, "to=<", ">"),
                Fields.between(rest, ", orig_to=<", ">"),
                fate.get(),
                fate.get() == Fate.ACCEPTED ? Optional.empty() : said,
                Optional.empty()));
    }

    private Reading refused(SyslogLine syslog, String id, String rest) {
        String reason = reason(rest);
        Optional<ReplySeen> reply = beginsWithCode(reason) ? ReplySeen.in(reason) : Optional.empty();
        boolean temporary = reply.map(seen -> seen.code() < 500).orElse(reason.startsWith("4."));
        Optional<String> recipient = Fields.between(rest, " to=<", ">");
        return Reading.of(MessageFate.of(
                syslog.at(),
                // Refused at the same message or not: each refusal is one.
                "",
                Fields.between(rest, "; from=<", ">").or(() -> memory.senderOf(id)),
                recipient,
                temporary ? Fate.DEFERRED : Fate.REJECTED,
                reply));
    }

    /** What follows {@code from host[address]: }, or with a port {@code from [address]:port: }. */
    private static String reason(String rest) {
        int end = rest.indexOf("]:");
        int colon = end < 0 ? -1 : rest.indexOf(": ", end + 1);
        return colon < 0 ? "" : rest.substring(colon + 2);
    }

    private static boolean beginsWithCode(String reason) {
        return reason.length() > 3 && Character.isDigit(reason.charAt(1)) && Character.isDigit(reason.charAt(2));
    }

    private static Optional<Fate> fate(String status) {
        return switch (status) {
            case "sent" -> Optional.of(Fate.ACCEPTED);
            case "deferred" -> Optional.of(Fate.DEFERRED);
            case "bounced" -> Optional.of(Fate.REJECTED);
            default -> Optional.empty();
        };
    }
}
