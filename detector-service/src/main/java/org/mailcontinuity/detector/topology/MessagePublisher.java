package org.mailcontinuity.detector.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.mailcontinuity.contracts.DeadLetter;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.confirmation.ConfirmationRequested;
import org.mailcontinuity.contracts.disruption.DisruptionMessage;
import org.mailcontinuity.contracts.window.WindowJudgement;

/**
 * Hands messages and dead letters to the sinks, within the task's transaction. Ids of messages are derived from what
 * they tell and the record that gave rise to them, so that the same judgement made twice has the same id, and two of the
 * same instant have two.
 */
final class MessagePublisher {
    static final String WINDOWS = "windows";
    static final String DISRUPTIONS = "disruptions";
    static final String CONFIRMATIONS = "confirmations";
    static final String DEAD_LETTERS = "dead-letters";

    private static final String SOURCE = "/detector";
    private static final String SERVICE = "detector-service";
    private static final int LARGEST_DEAD_LETTER = 1_000_000;

    private final ProcessorContext<byte[], byte[]> context;

    MessagePublisher(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    void publish(Message message, Optional<String> traceparent) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        Envelope envelope = new Envelope(
                idOf(message, occasion()).toString(),
                SOURCE,
                Messages.typeOf(message),
                now,
                message.key(),
                traceparent);
        Headers headers = new RecordHeaders();
        envelope.headers().forEach(headers::add);
        byte[] key = message.key().getBytes(StandardCharsets.UTF_8);
        Record<byte[], byte[]> record = new Record<>(key, Messages.encode(message), now.toEpochMilli(), headers);
        context.forward(record, sinkOf(message));
    }

    private static String sinkOf(Message message) {
        if (message instanceof WindowJudgement) {
            return WINDOWS;
        }
        return message instanceof ConfirmationRequested ? CONFIRMATIONS : DISRUPTIONS;
    }

    /** Puts the record that is being processed on the dead-letter topic; what no topic takes is cut. */
    void bury(Record<byte[], byte[]> record, String topic, int partition, long offset, String cause) {
        byte[] value = record.value();
        boolean cut = value != null && value.length > LARGEST_DEAD_LETTER;
        String why = cut ? cause + " (cut from " + value.length + " bytes)" : cause;
        Headers headers = new RecordHeaders(record.headers());
        new DeadLetter(why, SERVICE, topic, partition, offset).headers().forEach(headers::add);
        byte[] kept = cut ? java.util.Arrays.copyOf(value, LARGEST_DEAD_LETTER) : value;
        context.forward(new Record<>(record.key(), kept, record.timestamp(), headers), DEAD_LETTERS);
    }

    /** The record being judged; none while time passes. */
    private String occasion() {
        return context.recordMetadata()
                .filter(place -> place.offset() >= 0)
                .map(place -> place.topic() + "-" + place.partition() + "@" + place.offset())
                .orElse("tick");
    }

    private static UUID idOf(Message message, String occasion) {
        if (message instanceof WindowJudgement window) {
            return DerivedId.of(
                    "window",
                    window.monitorId(),
                    window.direction(),
                    window.start().toEpochMilli(),
                    window.end().toEpochMilli());
        }
        if (message instanceof ConfirmationRequested request) {
            return DerivedId.of("confirmation", request.monitorId(), request.sampleId());
        }
        DisruptionMessage disruption = (DisruptionMessage) message;
        return DerivedId.of(
                "disruption-message",
                disruption.disruptionId(),
                Messages.typeOf(message),
                disruption.at().toEpochMilli(),
                occasion);
    }
}
