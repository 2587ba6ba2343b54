package org.mailcontinuity.events.outbox;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mailcontinuity.contracts.Message;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.TimeOrderedId;
import org.mailcontinuity.contracts.Topic;
import org.mailcontinuity.contracts.alert.AlertChanged;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.contracts.mode.ContinuityMode;
import org.mailcontinuity.events.signal.SignalRepository;
import org.mailcontinuity.events.signal.Signals;

/**
 * Where a feature puts what it has to tell, in the transaction of the state it tells of: either both are committed or
 * neither. The relay publishes it at once after the commit, at least once, in order for each key.
 */
public final class OutboxPublisher {
    /** Messages that the API's stream shows too, under this type. */
    private static final Map<Class<? extends Message>, String> STREAMED =
            Map.of(ContinuityEventChanged.class, "event", AlertChanged.class, "alert", ContinuityMode.class, "mode");

    private final OutboxRepository rows;
    private final SignalRepository signals;
    private final InstantSource clock;
    private final RandomGenerator random;

    OutboxPublisher(OutboxRepository rows, SignalRepository signals, InstantSource clock, RandomGenerator random) {
        this.rows = rows;
        this.signals = signals;
        this.clock = clock;
        this.random = random;
    }

    /** Publishes {@code message} on its topic, and on the stream if such messages are streamed. */
    public void add(Message message) {
        Topic topic = Messages.typeOf(message.getClass()).topic();
        byte[] value = Messages.encode(message);
        String json = new String(value, StandardCharsets.UTF_8);
        write(new OutboxRow(
                TimeOrderedId.at(clock.instant(), random),
                clock.instant(),
                message.key(),
                Optional.of(new OutboxRow.Published(topic.name(), Messages.typeOf(message), Optional.of(value))),
                Optional.ofNullable(STREAMED.get(message.getClass())).map(type -> new OutboxRow.Streamed(type, json))));
    }

    /** Deletes {@code key} on a compacted topic, and tells the stream if such messages are streamed. */
    public void tombstone(Class<? extends Message> type, String key) {
        Topic topic = Messages.typeOf(type).topic();
        String json = "{\"deleted\":\"%s\"}".formatted(key.replaceAll("[\"\\\\]", ""));
        write(new OutboxRow(
                TimeOrderedId.at(clock.instant(), random),
                clock.instant(),
                key,
                Optional.of(new OutboxRow.Published(
                        topic.name(), Messages.typeOf(type).name(), Optional.empty())),
                Optional.ofNullable(STREAMED.get(type)).map(name -> new OutboxRow.Streamed(name, json))));
    }

    /**
     * Tells the API's stream of {@code news} that came from another service's topic.
     *
     * @param streamType {@code disruption} or {@code window}
     */
    public void announce(String streamType, Message news) {
        String json = new String(Messages.encode(news), StandardCharsets.UTF_8);
        write(new OutboxRow(
                TimeOrderedId.at(clock.instant(), random),
                clock.instant(),
                news.key(),
                Optional.empty(),
                Optional.of(new OutboxRow.Streamed(streamType, json))));
    }

    private void write(OutboxRow row) {
        rows.insert(row);
        signals.send(Signals.Channel.OUTBOX, "");
    }
}
