package org.mailcontinuity.probe.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides whether the probe may connect to an address and port. An IPv6 address that carries an IPv4 address is judged
 * by that one too.
 *
 * <ol>
 *   <li>Never: "this network", link-local with the metadata service, other clouds' metadata addresses, multicast,
 *       reserved; and IPv6 transition addresses whose inner address is not allowed.
 *   <li>Only where an allowed network lists it: loopback, private (RFC 1918, RFC 6598, RFC 4193), benchmarking and
 *       documentation networks (RFC 6890).
 *   <li>All else: yes.
 * </ol>
 */
public final class AddressGuard {
    /** The ports of mail and of web mail, allowed unless others are configured. */
    public static final Set<Integer> MAIL_PORTS = Set.of(25, 465, 587, 143, 993, 443);

    private static final List<Network> NEVER = networks(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::",
            "::/96",
            "fe80::/10",
            "fd00:ec2::254",
            "fd20:ce::254",
            "ff00::/8",
            "2001::/32",
            "100::/64");

    private static final List<Network> IF_LISTED = networks(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "192.0.2.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "::1",
            "fc00::/7",
            "fec0::/10",
            "2001:db8::/32");

    private static final Network LOOPBACK_6 = Network.parse("::1");

    private final List<Network> allowedNetworks;
    private final Set<Integer> allowedPorts;

    public AddressGuard(List<Network> allowedNetworks, Set<Integer> allowedPorts) {
        this.allowedNetworks = List.copyOf(allowedNetworks);
        this.allowedPorts = Set.copyOf(allowedPorts);
    }

    public boolean allowsPort(int port) {
        return allowedPorts.contains(port);
    }

    public boolean allows(InetAddress address) {
        return judge(address) && Embedded.in(address).allMatch(this::judge);
    }

    private boolean judge(InetAddress address) {
        boolean never = NEVER.stream().anyMatch(network -> network.contains(address));
        if (never && !LOOPBACK_6.contains(address)) {
            return false;
        }
        return IF_LISTED.stream().noneMatch(network -> network.contains(address))
                || allowedNetworks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Arrays.stream(texts).map(Network::parse).toList();
    }

    /** IPv4 addresses within IPv6 ones. Java itself turns the IPv4-mapped form into the plain one. */
    private static final class Embedded {
        private static final Network NAT64 = Network.parse("64:ff9b::/96");
        private static final Network LOCAL_NAT64 = Network.parse("64:ff9b:1::/48");
        private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

        static Stream<InetAddress> in(InetAddress address) {
            if (!(address instanceof Inet6Address)) {
                return Stream.empty();
            }
            if (NAT64.contains(address) || LOCAL_NAT64.contains(address)) {
                return Stream.of(fourBytesAt(address, 12));
            }
            return SIX_TO_FOUR.contains(address) ? Stream.of(fourBytesAt(address, 2)) : Stream.empty();
        }

        private static InetAddress fourBytesAt(InetAddress address, int offset) {
            try {
                return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("four bytes are an address", e);
            }
        }
    }
}
