package org.mailcontinuity.probe.smtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that a machine with several sends its checks from: the first of the target's family. For a family
 * without one the machine chooses, as it does where a loopback address would have to reach another machine.
 */
public record SourceAddresses(List<InetAddress> addresses) {
    public static final SourceAddresses ANY = new SourceAddresses(List.of());

    public SourceAddresses {
        addresses = List.copyOf(addresses);
    }

    /** Where a connection to {@code target} starts from, any port; empty where the machine chooses. */
    public Optional<InetSocketAddress> towards(InetAddress target) {
        return addresses.stream()
                .filter(address -> address.getClass() == target.getClass())
                .filter(address -> !address.isLoopbackAddress() || target.isLoopbackAddress())
                .findFirst()
                .map(address -> new InetSocketAddress(address, 0));
    }
}
