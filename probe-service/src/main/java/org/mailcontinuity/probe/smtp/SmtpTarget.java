package org.mailcontinuity.probe.smtp;

import java.net.InetAddress;
import java.util.List;

/**
 * Whom to talk to.
 *
 * @param host the name for SNI and for the certificate's check
 * @param addresses where it is, already looked up and allowed; tried in this order until one connects
 */
public record SmtpTarget(String host, int port, List<InetAddress> addresses) {
    public SmtpTarget {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("addresses must not be empty");
        }
    }
}
