package org.mailcontinuity.standalone.mail;

import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The vantages whose network is cut: all that comes from their addresses is dropped. Thread-safe. */
final class Cuts implements Door {
    private final Set<InetAddress> cut = ConcurrentHashMap.newKeySet();

    void cut(InetAddress vantage) {
        cut.add(vantage);
    }

    void join(InetAddress vantage) {
        cut.remove(vantage);
    }

    void joinAll() {
        cut.clear();
    }

    boolean isCut(InetAddress vantage) {
        return cut.contains(vantage);
    }

    @Override
    public Treatment treat(InetAddress caller) {
        return isCut(caller) ? Treatment.IGNORE : Treatment.ADMIT;
    }
}
