package org.mailcontinuity.detector.topology;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * A store whose user is told before each commit, so that what it holds back is written once a commit and yet belongs to
 * the transaction: Kafka Streams empties the caches of its stores before it commits, and takes this one for a cache. After
 * a crash, or an end without commit, nothing of what was held back is there, as nothing of that transaction is.
 *
 * <p>That stores are asked so is no promise of Kafka Streams: a release that does it otherwise fails the tests of restarts.
 */
final class BeforeCommitRepository implements StateStore, CachedStateStore<String, byte[]> {
    private final KeyValueStore<String, byte[]> records;
    private Runnable beforeCommit = () -> {};

    private BeforeCommitRepository(KeyValueStore<String, byte[]> records) {
        this.records = records;
    }

    /** The builder of such a store over another. */
    static StoreBuilder<BeforeCommitRepository> over(StoreBuilder<KeyValueStore<String, byte[]>> records) {
        return new Builder(records);
    }

    /** What is in it; to be written by the task's thread, and before the commit at the latest. */
    KeyValueStore<String, byte[]> records() {
        return records;
    }

    /** Has that run before each commit, from now on. */
    void beforeCommit(Runnable writes) {
        beforeCommit = writes;
    }

    @Override
    public void flushCache() {
        beforeCommit.run();
    }

    @Override
    public void clearCache() {
        beforeCommit = () -> {};
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return records.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        records.init(context, root);
    }

    @Override
    public void flush() {
        records.flush();
    }

    @Override
    public void close() {
        records.close();
    }

    @Override
    public boolean persistent() {
        return records.persistent();
    }

    @Override
    public boolean isOpen() {
        return records.isOpen();
    }

    @Override
    public Position getPosition() {
        return records.getPosition();
    }

    private static final class Builder implements StoreBuilder<BeforeCommitRepository> {
        private final StoreBuilder<KeyValueStore<String, byte[]>> records;

        Builder(StoreBuilder<KeyValueStore<String, byte[]>> records) {
            this.records = Objects.requireNonNull(records);
        }

        @Override
        public BeforeCommitRepository build() {
            return new BeforeCommitRepository(records.build());
        }

        /** Its user is the cache. */
        @Override
        public StoreBuilder<BeforeCommitRepository> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommitRepository> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommitRepository> withLoggingEnabled(Map<String, String> config) {
            return new Builder(records.withLoggingEnabled(config));
        }

        @Override
        public StoreBuilder<BeforeCommitRepository> withLoggingDisabled() {
            return new Builder(records.withLoggingDisabled());
        }

        @Override
        public Map<String, String> logConfig() {
            return records.logConfig();
        }

        @Override
        public boolean loggingEnabled() {
            return records.loggingEnabled();
        }

        @Override
        public String name() {
            return records.name();
        }
    }
}
