package org.mailcontinuity.detector.topology;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.detector.monitor.MonitorSettings;
import org.mailcontinuity.detector.watch.Watched;
import org.mailcontinuity.detector.watch.WatchedCodec;

/** The stores of one task: definitions as they came, and what is remembered of each monitor. */
final class WatchedRepository {
    static final String DEFINITIONS = "definitions";
    static final String WATCHED = "watched";

    /** Of a few kilobytes each. */
    private static final int MOST_READY = 4_096;

    private final KeyValueStore<String, byte[]> definitions;
    private final KeyValueStore<String, byte[]> watched;
    private final Map<String, MonitorSettings> settings = new HashMap<>();

    /**
     * What was kept last, ready to be used: to decode it costs more than to judge by it. A task that goes on after a failure
     * begins with a new repository, so that nothing is here that the store does not have.
     */
    private final Map<String, Watched> recent = new LinkedHashMap<>(256, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Watched> eldest) {
            return size() > MOST_READY;
        }
    };

    private final boolean confirmations;

    /** @param confirmations true if other vantages are asked at once when one sees a failure */
    WatchedRepository(ProcessorContext<byte[], byte[]> context, boolean confirmations) {
        this.confirmations = confirmations;
        definitions = context.getStateStore(DEFINITIONS);
        watched = context.getStateStore(WATCHED);
    }

    /** Reads every definition, and gives each monitor with what is remembered of it. */
    void load(BiConsumer<MonitorSettings, Watched> each) {
        try (KeyValueIterator<String, byte[]> all = definitions.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                MonitorSettings monitor = settingsOf(Messages.decode(MonitorDefinition.class, entry.value));
                settings.put(entry.key, monitor);
                each.accept(monitor, find(monitor));
            }
        }
    }

    /** What is taken from a definition here. */
    MonitorSettings settingsOf(MonitorDefinition definition) {
        return MonitorSettings.of(definition).withConfirmations(confirmations);
    }

    Optional<MonitorSettings> monitor(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    Watched find(MonitorSettings monitor) {
        String key = monitor.monitorId().toString();
        Watched ready = recent.get(key);
        if (ready != null) {
            return ready;
        }
        byte[] known = watched.get(key);
        return known == null ? Watched.unknown() : WatchedCodec.decode(known);
    }

    /** @return the bytes written */
    int keep(MonitorSettings monitor, Watched after) {
        byte[] bytes = WatchedCodec.encode(after);
        String key = monitor.monitorId().toString();
        watched.put(key, bytes);
        recent.put(key, after);
        return bytes.length;
    }

    void define(MonitorSettings monitor, byte[] definition) {
        String key = monitor.monitorId().toString();
        definitions.put(key, definition);
        settings.put(key, monitor);
    }

    void forget(MonitorSettings monitor) {
        String key = monitor.monitorId().toString();
        definitions.delete(key);
        watched.delete(key);
        recent.remove(key);
        settings.remove(key);
    }

    static String key(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
