package org.mailcontinuity.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.contracts.audience.Audience;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.contact.Contact;
import org.mailcontinuity.contracts.disruption.DisruptionChanged;
import org.mailcontinuity.contracts.disruption.DisruptionCleared;
import org.mailcontinuity.contracts.disruption.DisruptionOpened;
import org.mailcontinuity.contracts.disruption.DisruptionReopened;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.contracts.mode.ContinuityMode;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.contracts.notification.NotificationAttempted;
import org.mailcontinuity.contracts.pipeline.PipelineSeen;
import org.mailcontinuity.contracts.reply.ContactReplied;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.vantage.VantageStatus;
import org.mailcontinuity.contracts.window.WindowJudgement;

/**
 * The one codec of messages: JSON in UTF-8, as docs/topics.md shows. Thread-safe.
 *
 * <p>Readers ignore fields they do not know and read unknown words of an enumeration as {@code UNKNOWN}, so that a
 * service may read what a later release writes. What is absent is not written.
 */
public final class Messages {
    /** The largest record that a reader accepts, in bytes. */
    public static final int LARGEST = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), wireTimes())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    private static final Map<String, MessageType<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, MessageType<?>> BY_CLASS = new LinkedHashMap<>();

    static {
        register("monitor-definition", MonitorDefinition.class, Topics.MONITORS);
        register("sample", Sample.class, Topics.SAMPLES);
        register("arrival", Arrival.class, Topics.ARRIVALS);
        register("confirmation-requested", ConfirmationRequested.class, Topics.CONFIRMATIONS);
        register("vantage-status", VantageStatus.class, Topics.VANTAGES);
        register("contact", Contact.class, Topics.CONTACTS);
        register("audience", Audience.class, Topics.AUDIENCES);
        register("window-judgement", WindowJudgement.class, Topics.WINDOWS);
        register("disruption-opened", DisruptionOpened.class, Topics.DISRUPTIONS);
        register("disruption-changed", DisruptionChanged.class, Topics.DISRUPTIONS);
        register("disruption-reopened", DisruptionReopened.class, Topics.DISRUPTIONS);
        register("disruption-cleared", DisruptionCleared.class, Topics.DISRUPTIONS);
        register("continuity-event-changed", ContinuityEventChanged.class, Topics.EVENTS);
        register("continuity-mode", ContinuityMode.class, Topics.MODE);
        register("alert-changed", AlertChanged.class, Topics.ALERTS);
        register("pipeline-seen", PipelineSeen.class, Topics.ALERTS);
        register("notification-attempted", NotificationAttempted.class, Topics.NOTIFICATIONS);
        register("contact-replied", ContactReplied.class, Topics.NOTIFICATIONS);
        register("reply-handled", ReplyHandled.class, Topics.ALERTS);
    }

    private Messages() {}

    /** Every type of message, in the order in which messages flow through the system. */
    public static List<MessageType<?>> types() {
        return List.copyOf(BY_NAME.values());
    }

    /** The {@code ce_type} of a message. */
    public static String typeOf(Message message) {
        return typeOf(message.getClass()).name();
    }

    /** The type that a class of messages has. */
    public static MessageType<?> typeOf(Class<?> messageClass) {
        MessageType<?> type = BY_CLASS.get(messageClass);
        if (type == null) {
            throw new IllegalArgumentException(messageClass + " is no message");
        }
        return type;
    }

    public static byte[] encode(Message message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + message.getClass(), e);
        }
    }

    /**
     * Reads a message by the {@code ce_type} of its record.
     *
     * @return empty for a type that this release does not know, which a reader skips and counts
     * @throws UnreadableMessageException if the value is no message of that type; its message names field and rule
     */
    public static Optional<Message> decode(String typeName, byte[] value) {
        MessageType<?> type = BY_NAME.get(typeName);
        return type == null ? Optional.empty() : Optional.of(decode(type.messageClass(), value));
    }

    /**
     * Reads a message of a known class.
     *
     * @throws UnreadableMessageException if the value is no message of that class; its message names field and rule
     */
    public static <T extends Message> T decode(Class<T> messageClass, byte[] value) {
        if (value.length > LARGEST) {
            throw new UnreadableMessageException(
                    "value must have at most " + LARGEST + " bytes, but has " + value.length);
        }
        try {
            return Require.present("value", JSON.readValue(value, messageClass));
        } catch (JsonMappingException e) {
            throw new UnreadableMessageException(causeOf(e), e);
        } catch (ContractViolation e) {
            throw new UnreadableMessageException(e.sentence(), e);
        } catch (JacksonException e) {
            throw new UnreadableMessageException("value must be JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String causeOf(JsonMappingException e) {
        if (e.getCause() instanceof ContractViolation violation) {
            return violation.sentence();
        }
        if (e.getCause() instanceof StreamReadException broken) {
            return "value must be JSON: " + broken.getOriginalMessage();
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String field = step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName();
            path.append(path.isEmpty() || step.getFieldName() == null ? "" : ".")
                    .append(field);
        }
        return (path.isEmpty() ? "value" : path) + " must be as the schema says: " + e.getOriginalMessage();
    }

    private static <T extends Message> void register(String name, Class<T> messageClass, Topic topic) {
        MessageType<T> type = new MessageType<>("org.mailcontinuity." + name + ".v1", name, messageClass, topic);
        BY_NAME.put(type.name(), type);
        BY_CLASS.put(messageClass, type);
    }

    private static SimpleModule wireTimes() {
        return new SimpleModule().addSerializer(new StdSerializer<>(Instant.class) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(Instant time, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(Timestamp.format(time));
            }
        });
    }
}
