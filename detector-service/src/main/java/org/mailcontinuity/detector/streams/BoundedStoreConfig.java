package org.mailcontinuity.detector.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** Holds the memory of all stores of the process together: 64 MiB, of which 24 MiB may be waiting to be written. */
public final class BoundedStoreConfig implements RocksDBConfigSetter {
    private static final long MIB = 1024 * 1024;
    private static final Cache CACHE = new LRUCache(64 * MIB, -1, false, 0.1);
    private static final WriteBufferManager WRITES = new WriteBufferManager(24 * MIB, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setWriteBufferManager(WRITES);
        options.setWriteBufferSize(4 * MIB);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and buffers belong to the process, not to a store.
    }
}
