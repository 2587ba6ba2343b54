package org.mailcontinuity.standalone.mail;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is broken at the moment, by route. Thread-safe. */
final class Faults {
    private final Map<MailRoute, Fault> present = new ConcurrentHashMap<>();

    Optional<Fault> at(MailRoute route) {
        return Optional.ofNullable(present.get(route));
    }

    boolean at(MailRoute route, Fault fault) {
        return present.get(route) == fault;
    }

    void set(MailRoute route, Fault fault) {
        present.put(route, fault);
    }

    void clear() {
        present.clear();
    }

    Map<MailRoute, Fault> all() {
        return Map.copyOf(present);
    }
}
