package org.mailcontinuity.notifier.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** No channel takes all the threads of a replica: where its peers hang, the others go on. Safe for many threads. */
final class Shares {
    private final int most;
    private final Map<String, Semaphore> taken = new ConcurrentHashMap<>();

    /** @param most how many deliveries of one channel are under way at once */
    Shares(int most) {
        this.most = most;
    }

    boolean tryEnter(String channel) {
        return share(channel).tryAcquire();
    }

    /** Called once for each entry. */
    void leave(String channel) {
        share(channel).release();
    }

    private Semaphore share(String channel) {
        return taken.computeIfAbsent(channel, _ -> new Semaphore(most));
    }
}
