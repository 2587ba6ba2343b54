package org.mailcontinuity.probe.maillog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Direction;

/**
 * The message-tracking log of Exchange: comma-separated values with a {@code #Fields:} line that names the columns, times
 * in UTC.
 *
 * <ol>
 *   <li>DELIVER is accepted, into a mailbox: inbound only.
 *   <li>SEND and SENDEXTERNAL are accepted, by another server: outbound only, for inbound they are a hop.
 *   <li>DEFER is deferred, FAIL is rejected. All else is not counted.
 * </ol>
 */
final class ExchangeLog implements MailLog {
    private static final String HEADER = "#Fields:";
    private static final String USUAL = "date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,"
            + "connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,"
            + "recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,"
            + "sender-address,return-path,message-info,directionality,tenant-id,original-client-ip,"
            + "original-server-ip,custom-data";
    private static final int MOST_RECIPIENTS = 5000;

    private final LogMemory memory;

    ExchangeLog(LogMemory memory) {
        this.memory = memory;
    }

    private record Happening(Fate fate, Optional<Direction> only) {}

    @Override
    public Reading read(String line) {
        String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (plain.startsWith("#")) {
            if (plain.startsWith(HEADER)) {
                memory.header(plain.substring(HEADER.length()).strip());
            }
            return new Reading.Nothing();
        }
        Optional<List<String>> fields = CsvLine.fields(plain);
        if (fields.isEmpty()) {
            return new Reading.Malformed();
        }
        List<String> columns = List.of((memory.header().isEmpty() ? USUAL : memory.header()).split(",", -1));
        return fields.get().size() == columns.size()
                ? new Row(columns, fields.get()).reading()
                : new Reading.Malformed();
    }

    private record Row(List<String> columns, List<String> fields) {
        Reading reading() {
            Optional<Instant> at = time();
            if (at.isEmpty()) {
                return new Reading.Malformed();
            }
            Optional<Happening> happening = happening();
            if (happening.isEmpty()) {
                return new Reading.Nothing();
            }
            List<MessageFate> deliveries = new ArrayList<>();
            for (String recipient : field("recipient-address").split(";", MOST_RECIPIENTS)) {
                if (!recipient.isBlank()) {
                    deliveries.add(delivery(at.get(), happening.get(), recipient.strip()));
                }
            }
            return new Reading.Told(deliveries);
        }

        private MessageFate delivery(Instant at, Happening happening, String recipient) {
            String sender = field("sender-address");
            Optional<ReplySeen> reply = happening.fate() == Fate.ACCEPTED
                    ? Optional.empty()
                    : ReplySeen.in(field("recipient-status").replace('=', ' '));
            return new MessageFate(
                    at,
                    field("network-message-id").isEmpty() ? field("message-id") : field("network-message-id"),
                    Optional.of(sender.equals("<>") ? "" : sender),
                    Optional.of(recipient),
                    Optional.of(field("related-recipient-address")).filter(text -> !text.isEmpty()),
                    happening.fate(),
                    reply,
                    happening.only());
        }

        private Optional<Happening> happening() {
            return switch (field("event-id").toUpperCase(Locale.ROOT)) {
                case "DELIVER" -> Optional.of(new Happening(Fate.ACCEPTED, Optional.of(Direction.INBOUND)));
                case "SEND", "SENDEXTERNAL" ->
                    Optional.of(new Happening(Fate.ACCEPTED, Optional.of(Direction.OUTBOUND)));
                case "DEFER" -> Optional.of(new Happening(Fate.DEFERRED, Optional.empty()));
                case "FAIL" -> Optional.of(new Happening(Fate.REJECTED, Optional.empty()));
                default -> Optional.empty();
            };
        }

        private Optional<Instant> time() {
            try {
                return Optional.of(OffsetDateTime.parse(field("date-time")).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private String field(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? "" : fields.get(index);
        }
    }
}
