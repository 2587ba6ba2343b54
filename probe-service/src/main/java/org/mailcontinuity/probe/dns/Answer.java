package org.mailcontinuity.probe.dns;

import java.util.List;
import org.mailcontinuity.contracts.sample.Fault;

/** What a question to DNS came to: at least one record of the kind asked for, or why not. */
public sealed interface Answer<T> {
    /** @param records not empty */
    record Found<T>(List<T> records) implements Answer<T> {
        public Found {
            records = List.copyOf(records);
        }
    }

    /** The name exists, but has no such record (NODATA). */
    record NoRecord<T>() implements Answer<T> {}

    /** @param fault one of the {@code DNS_} words */
    record Failed<T>(Fault fault) implements Answer<T> {}
}
