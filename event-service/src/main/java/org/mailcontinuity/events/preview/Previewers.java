package org.mailcontinuity.events.preview;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has a preview under way: each caller one at a time, for each reads much. Of this replica only. Thread-safe. */
final class Previewers {
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Whether the caller may begin one. */
    boolean enter(String caller) {
        return busy.add(caller);
    }

    void leave(String caller) {
        busy.remove(caller);
    }
}
