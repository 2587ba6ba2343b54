package org.mailcontinuity.notifier.bounce;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says of the first recipient (RFC 3464, section 2.3): our messages have one each.
 *
 * @param action {@code failed}, {@code delivered}, {@code delayed}, {@code relayed} or {@code expanded}
 * @param status an enhanced status code (RFC 3463), such as {@code 5.1.1}
 * @param words what the mail server said, or the status
 */
record DeliveryStatus(String action, String status, String words) {

    /**
     * Reads the fields of a {@code message/delivery-status} part: one group about the message, then one for each recipient,
     * apart by empty lines.
     */
    static Optional<DeliveryStatus> parse(String part) {
        for (String group : part.replace("\r\n", "\n").split("\n[ \t]*\n")) {
            Map<String, String> fields = fields(group);
            String action = fields.getOrDefault("action", "").toLowerCase(Locale.ROOT);
            String status = fields.getOrDefault("status", "").split("[ (]", 2)[0];
            if (!action.isEmpty() && status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}")) {
                String diagnosis = fields.getOrDefault("diagnostic-code", "");
                return Optional.of(new DeliveryStatus(action, status, diagnosis.isEmpty() ? status : diagnosis));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> fields(String group) {
        Map<String, String> fields = new HashMap<>();
        for (String field : group.split("\n(?![ \t])")) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(
                        name, field.substring(colon + 1).replaceAll("\\s+", " ").strip());
            }
        }
        return fields;
    }

    boolean failed() {
        return action.equals("failed");
    }

    boolean delivered() {
        return action.equals("delivered");
    }

    /** Whether the address is at fault (x.1.x, or a mailbox that is disabled), not the message or the server. */
    boolean badAddress() {
        return failed() && (status.startsWith("5.1.") || status.equals("5.2.1"));
    }
}
