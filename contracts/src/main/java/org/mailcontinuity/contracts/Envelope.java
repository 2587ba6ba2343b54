package org.mailcontinuity.contracts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a message as record headers: CloudEvents 1.0, Kafka protocol binding, binary content mode.
 *
 * @param id the message's own id; readers drop a second one with the same source and id
 * @param source who wrote it, such as {@code /detector}
 * @param type the message's type, such as {@code org.mailcontinuity.sample.v1}
 * @param time when it was written
 * @param subject what it is about: the record's key
 * @param traceparent W3C trace context, where the writer has one
 */
public record Envelope(
        String id, String source, String type, Instant time, String subject, Optional<String> traceparent) {

    public static final String TYPE_HEADER = "ce_type";
    public static final String ID_HEADER = "ce_id";

    private static final int LONGEST = 512;

    public Envelope {
        Require.text(ID_HEADER, id, 1, LONGEST);
        Require.text("ce_source", source, 1, LONGEST);
        Require.text(TYPE_HEADER, type, 1, LONGEST);
        Require.present("ce_time", time);
        Require.text("ce_subject", subject, 1, LONGEST);
    }

    /** The envelope of {@code message}, its type and subject taken from the message. */
    public static Envelope of(String id, String source, Instant time, Message message) {
        return new Envelope(id, source, Messages.typeOf(message), time, message.key(), Optional.empty());
    }

    /** The headers to write, in the order of the specification. */
    public Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers, "ce_specversion", "1.0");
        put(headers, ID_HEADER, id);
        put(headers, "ce_source", source);
        put(headers, TYPE_HEADER, type);
        put(headers, "ce_time", Timestamp.format(time));
        put(headers, "ce_subject", subject);
        put(headers, "content-type", "application/json");
        traceparent.ifPresent(context -> put(headers, "traceparent", context));
        return headers;
    }

    /**
     * Reads the envelope of a record.
     *
     * @param header gives a header's value by its name, or null where the record has none
     * @throws UnreadableMessageException if an attribute is absent or not as CloudEvents wants it
     */
    public static Envelope read(Function<String, byte @Nullable []> header) {
        if (!"1.0".equals(required(header, "ce_specversion"))) {
            throw new UnreadableMessageException("ce_specversion must be 1.0");
        }
        try {
            return new Envelope(
                    required(header, ID_HEADER),
                    required(header, "ce_source"),
                    required(header, TYPE_HEADER),
                    Instant.parse(required(header, "ce_time")),
                    required(header, "ce_subject"),
                    optional(header, "traceparent"));
        } catch (DateTimeException e) {
            throw new UnreadableMessageException("ce_time must be an RFC 3339 time", e);
        } catch (ContractViolation e) {
            throw new UnreadableMessageException(e.sentence(), e);
        }
    }

    private static String required(Function<String, byte @Nullable []> header, String name) {
        return optional(header, name)
                .orElseThrow(() -> new UnreadableMessageException("header " + name + " must be present"));
    }

    private static Optional<String> optional(Function<String, byte @Nullable []> header, String name) {
        byte[] value = header.apply(name);
        return value == null ? Optional.empty() : Optional.of(new String(value, StandardCharsets.UTF_8));
    }

    private static void put(Map<String, byte[]> headers, String name, String value) {
        headers.put(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
