package org.mailcontinuity.standalone.mail;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is broken at the moment, by route. Thread-safe. */
final class Faults {
    private final Map<MailRoute, Strike> present = new ConcurrentHashMap<>();

    /** Whether that is broken for everyone. */
    boolean everywhere(MailRoute route, Fault fault) {
        Strike strike = present.get(route);
        return strike != null && strike.fault() == fault && strike.only().isEmpty();
    }

    /** Whether that is broken for one who calls from that address. */
    boolean at(MailRoute route, Fault fault, InetAddress caller) {
        Strike strike = present.get(route);
        return strike != null && strike.fault() == fault && strike.hits(caller);
    }

    void set(MailRoute route, Strike strike) {
        present.put(route, strike);
    }

    void clear() {
        present.clear();
    }

    Map<MailRoute, Strike> all() {
        return Map.copyOf(present);
    }
}
