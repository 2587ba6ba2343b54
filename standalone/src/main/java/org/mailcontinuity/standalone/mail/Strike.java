package org.mailcontinuity.standalone.mail;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A fault at a route.
 *
 * @param only who alone meets it, by the address he calls from; empty for everyone
 */
record Strike(Fault fault, Optional<InetAddress> only) {
    boolean hits(InetAddress caller) {
        return only.isEmpty() || only.get().equals(caller);
    }
}
