package org.mailcontinuity.detector.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.Messages;
import org.mailcontinuity.contracts.monitor.MonitorDefinition;
import org.mailcontinuity.detection.state.Fold;
import org.mailcontinuity.detector.monitor.MonitorSettings;
import org.mailcontinuity.detector.watch.Watched;
import org.mailcontinuity.detector.watch.WatchedCodec;

/**
 * The stores of one task: definitions as they came, and what is remembered of each monitor in two parts. What is recent
 * is written when the task commits, once however many samples came since; what is settled, only when it changed, which
 * it does about once a minute.
 */
final class WatchedRepository {
    static final String DEFINITIONS = "definitions";
    static final String WATCHED = "watched";
    static final String SETTLED = "settled";

    /** Of a few kilobytes each. */
    private static final int MOST_READY = 4_096;

    private final KeyValueStore<String, byte[]> definitions;
    private final KeyValueStore<String, byte[]> settled;
    private final KeyValueStore<String, byte[]> recent;
    private final Map<String, MonitorSettings> settings = new HashMap<>();
    private final boolean confirmations;
    private final IntConsumer wrote;
    private final List<Kept> unwritten = new ArrayList<>();

    /**
     * What was used last, ready to be used again: to decode it costs more than to judge by it. A task that goes on after a
     * failure begins with a new repository, so that nothing is here that the stores will not have.
     */
    private final Map<String, Kept> ready = new LinkedHashMap<>(256, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            if (size() <= MOST_READY) {
                return false;
            }
            write(eldest.getValue());
            return true;
        }
    };

    /**
     * @param confirmations true if other vantages are asked at once when one sees a failure
     * @param wrote is told the bytes of state that were written
     */
    WatchedRepository(ProcessorContext<byte[], byte[]> context, boolean confirmations, IntConsumer wrote) {
        this.confirmations = confirmations;
        this.wrote = wrote;
        definitions = context.getStateStore(DEFINITIONS);
        settled = context.getStateStore(SETTLED);
        BeforeCommitRepository watched = context.getStateStore(WATCHED);
        watched.beforeCommit(this::writeAll);
        recent = watched.records();
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
        return kept(monitor).watched;
    }

    /** Remembers that. It is written before the task commits. */
    void keep(MonitorSettings monitor, Watched after) {
        Kept kept = kept(monitor);
        kept.watched = after;
        if (!kept.isUnwritten) {
            kept.isUnwritten = true;
            unwritten.add(kept);
        }
        if (unwritten.size() >= MOST_READY) {
            writeAll();
        }
    }

    void define(MonitorSettings monitor, byte[] definition) {
        definitions.put(monitor.key(), definition);
        settings.put(monitor.key(), monitor);
    }

    void forget(MonitorSettings monitor) {
        String key = monitor.key();
        Kept kept = ready.remove(key);
        if (kept != null) {
            kept.isUnwritten = false;
        }
        definitions.delete(key);
        settled.delete(key);
        recent.delete(key);
        settings.remove(key);
    }

    private Kept kept(MonitorSettings monitor) {
        Kept known = ready.get(monitor.key());
        if (known != null) {
            return known;
        }
        Kept read = read(monitor);
        ready.put(monitor.key(), read);
        return read;
    }

    private Kept read(MonitorSettings monitor) {
        byte[] known = recent.get(monitor.key());
        if (known == null) {
            return new Kept(monitor.key(), Watched.unknown(), null);
        }
        if (WatchedCodec.isWhole(known)) {
            return new Kept(monitor.key(), WatchedCodec.decode(known).resumed(monitor.detection()), null);
        }
        Watched watched = WatchedCodec.decode(known, settled.get(monitor.key()));
        return new Kept(monitor.key(), watched.resumed(monitor.detection()), watched.settled());
    }

    private void writeAll() {
        unwritten.forEach(this::write);
        unwritten.clear();
    }

    private void write(Kept kept) {
        if (!kept.isUnwritten) {
            return;
        }
        int bytes = 0;
        if (kept.settled != kept.watched.settled()) {
            byte[] changed = WatchedCodec.encodeSettled(kept.watched);
            settled.put(kept.key, changed);
            kept.settled = kept.watched.settled();
            bytes += changed.length;
        }
        byte[] changed = WatchedCodec.encodeRecent(kept.watched);
        recent.put(kept.key, changed);
        kept.isUnwritten = false;
        wrote.accept(bytes + changed.length);
    }

    /** What is remembered of a monitor, and what of it is in the stores. */
    private static final class Kept {
        private final String key;
        private Watched watched;

        /** What the store of settled parts has; null if nothing that can be relied on. */
        private @Nullable Fold settled;

        private boolean isUnwritten;

        Kept(String key, Watched watched, @Nullable Fold settled) {
            this.key = key;
            this.watched = watched;
            this.settled = settled;
        }
    }
}
