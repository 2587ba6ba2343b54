package org.mailcontinuity.probe.maillog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log of sendmail.
 *
 * <ol>
 *   <li>{@code from=} says who sent a message: remembered by queue id.
 *   <li>{@code to=} with {@code stat=}, one or several recipients: Sent is accepted, Deferred is deferred, else the
 *       {@code dsn=} decides. The hop from the submission queue to the local daemon is none.
 *   <li>{@code reject=} of a rule set or a milter refuses.
 * </ol>
 */
final class SendmailLog implements MailLog {
    private static final String LOCAL = "[127.0.0.1]";

    private final LogMemory memory;
    private final LogTimes times;
    private final List<String> skippedRelays;

    SendmailLog(LogMemory memory, LogTimes times, List<String> skippedRelays) {
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
        if (!isSendmail(syslog.program()) || colon < 0) {
            return new Reading.Nothing();
        }
        String id = syslog.text().substring(0, colon);
        return Fields.isQueueId(id) ? message(syslog, id, syslog.text().substring(colon + 2)) : new Reading.Nothing();
    }

    private static boolean isSendmail(String program) {
        return program.startsWith("sendmail") || program.startsWith("sm-") || program.equals("mta");
    }

    private Reading message(SyslogLine syslog, String id, String rest) {
        int reject = rest.indexOf("reject=");
        if (reject >= 0 && (rest.startsWith("ruleset=") || rest.startsWith("Milter"))) {
            return refused(syslog, id, rest, rest.substring(reject + "reject=".length()));
        }
        if (rest.startsWith("from=")) {
            Fields.after(rest, "from=", ",").ifPresent(sender -> memory.sent(id, address(sender)));
            return new Reading.Nothing();
        }
        return rest.startsWith("to=") ? delivered(syslog, id, rest) : new Reading.Nothing();
    }

    private Reading refused(SyslogLine syslog, String id, String rest, String reason) {
        Optional<ReplySeen> reply = ReplySeen.in(reason);
        Optional<String> recipient = rest.startsWith("ruleset=check_rcpt")
                ? Fields.between(rest, "arg1=", ",")
                : rest.startsWith("Milter") ? Fields.between(rest, "to=", ",") : Optional.empty();
        Optional<String> sender =
                rest.startsWith("ruleset=check_mail") ? Fields.between(rest, "arg1=", ",") : memory.senderOf(id);
        boolean temporary = reply.map(seen -> seen.code() < 500).orElse(false);
        return Reading.of(MessageFate.of(
                syslog.at(),
                "",
                sender.map(SendmailLog::address),
                recipient.map(SendmailLog::address),
                temporary ? Fate.DEFERRED : Fate.REJECTED,
                reply));
    }

    private Reading delivered(SyslogLine syslog, String id, String rest) {
        String stat = Fields.after(rest, ", stat=", "\0").orElse("");
        String dsn = Fields.after(rest, ", dsn=", ",").orElse("");
        String relay = Fields.after(rest, ", relay=", ", ").orElse("");
        boolean handedOn = rest.contains("mailer=relay") && relay.contains(LOCAL);
        Optional<Fate> fate = fate(stat, dsn);
        if (fate.isEmpty() || handedOn || skippedRelays.stream().anyMatch(relay::contains)) {
            return new Reading.Nothing();
        }
        Optional<ReplySeen> reply = fate.get() == Fate.ACCEPTED
                ? Optional.empty()
                : Fields.after(rest, ", reply=", ", ")
                        .or(() -> Optional.of(stat))
                        .flatMap(ReplySeen::in);
        List<MessageFate> deliveries = new ArrayList<>();
        for (String recipient : recipients(rest)) {
            deliveries.add(MessageFate.of(
                    syslog.at(), id, memory.senderOf(id), Optional.of(address(recipient)), fate.get(), reply));
        }
        return new Reading.Told(deliveries);
    }

    /** {@code to=<a@x>,<b@y>, ctladdr=…}: up to the first comma that a space follows. */
    private static String[] recipients(String rest) {
        return Fields.after(rest, "to=", ", ").orElse("").split(",", 1000);
    }

    private static String address(String text) {
        String bare = text.strip();
        return bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static Optional<Fate> fate(String stat, String dsn) {
        if (stat.startsWith("Sent")) {
            return Optional.of(Fate.ACCEPTED);
        }
        if (stat.startsWith("Deferred")) {
            return Optional.of(Fate.DEFERRED);
        }
        if (stat.isEmpty() || stat.startsWith("queued")) {
            return Optional.empty();
        }
        return switch (dsn.isEmpty() ? ' ' : dsn.charAt(0)) {
            case '2' -> Optional.of(Fate.ACCEPTED);
            case '4' -> Optional.of(Fate.DEFERRED);
            case '5' -> Optional.of(Fate.REJECTED);
            default -> Optional.empty();
        };
    }
}
