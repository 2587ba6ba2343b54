package org.mailcontinuity.probe.kafka;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.mailcontinuity.contracts.DeadLetter;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.contracts.Envelope;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.Topics;
import org.mailcontinuity.contracts.arrival.Arrival;
import org.mailcontinuity.contracts.sample.Sample;
import org.mailcontinuity.contracts.vantage.VantageStatus;

/** Turns this worker's messages into records: key, envelope, value. Never blocks; safe for many threads. */
public final class MessagePublisher {
    private static final String SERVICE = "probe-service";

    private final RecordPublisher records;
    private final String source;
    private final InstantSource clock;

    public MessagePublisher(RecordPublisher records, String vantage, String worker, InstantSource clock) {
        this.records = records;
        this.source = "/probe/" + vantage + "/" + worker;
        this.clock = clock;
    }

    public void publish(Sample sample) {
        publish(sample.sampleId(), Topics.SAMPLES.name(), sample);
    }

    public void publish(Arrival arrival) {
        publish(DerivedId.of("arrival", arrival.sampleId()), Topics.ARRIVALS.name(), arrival);
    }

    public void publish(VantageStatus status) {
        UUID id = DerivedId.of("vantage-status", status.key(), status.at());
        publish(id, Topics.VANTAGES.name(), status);
    }

    /** Says that this worker is gone: a tombstone, which has an envelope as any record has. */
    public void retract(VantageStatus status) {
        UUID id = DerivedId.of("vantage-gone", status.key(), status.at());
        Envelope envelope = Envelope.of(id.toString(), source, clock.instant(), status);
        records.publish(new PendingRecord(Topics.VANTAGES.name(), bytes(status.key()), null, envelope.headers()));
    }

    /** Puts a record that nobody can read aside, byte for byte. */
    public void deadLetter(ConsumerRecord<byte[], byte[]> unreadable, String cause) {
        DeadLetter letter =
                new DeadLetter(cause, SERVICE, unreadable.topic(), unreadable.partition(), unreadable.offset());
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : unreadable.headers()) {
            headers.put(header.key(), header.value());
        }
        headers.putAll(letter.headers());
        records.publish(new PendingRecord(letter.deadLetterTopic(), unreadable.key(), unreadable.value(), headers));
    }

    private void publish(UUID id, String topic, Message message) {
        Envelope envelope = Envelope.of(id.toString(), source, clock.instant(), message);
        records.publish(new PendingRecord(topic, bytes(message.key()), Messages.encode(message), envelope.headers()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
