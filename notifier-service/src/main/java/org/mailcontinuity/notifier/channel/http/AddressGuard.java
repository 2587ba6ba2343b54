package org.mailcontinuity.notifier.channel.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Says which addresses a request may go to, so that nobody makes the notifier reach what only it can reach.
 *
 * <p>Loopback, private (RFC 1918, 100.64/10, fc00::/7) and other special addresses are refused unless a network in the
 * list has them; link-local (cloud metadata), unspecified and multicast ones are refused always. An IPv4 address inside
 * an IPv6 one (mapped, NAT64, 6to4) is judged as that IPv4 address.
 */
public final class AddressGuard {
    private static final List<Network> NEVER = networks(
            "0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32", "::/128", "fe80::/10", "ff00::/8");
    private static final List<Network> ONLY_IF_ALLOWED = networks(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "::1/128",
            "64:ff9b:1::/48",
            "100::/64",
            "2001:db8::/32",
            "fc00::/7",
            "fec0::/10");

    private final List<Network> allowed;

    /** @param allowed networks in CIDR notation, such as {@code 10.20.0.0/16} */
    public AddressGuard(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::parse).toList();
    }

    public boolean permits(InetAddress address) {
        InetAddress judged = unwrapped(address);
        if (contains(NEVER, judged)) {
            return false;
        }
        return !contains(ONLY_IF_ALLOWED, judged) || contains(allowed, judged);
    }

    private static boolean contains(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** The IPv4 address inside an IPv6 one: mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96), 6to4 (2002::/16). */
    private static InetAddress unwrapped(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        boolean zeros = allZero(bytes, 0, 10);
        if (zeros && bytes[10] == -1 && bytes[11] == -1
                || zeros && bytes[10] == 0 && bytes[11] == 0 && bytes[12] != 0) {
            return ipv4(bytes, 12);
        }
        if (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == -1 && bytes[3] == (byte) 0x9b && allZero(bytes, 4, 12)) {
            return ipv4(bytes, 12);
        }
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? ipv4(bytes, 2) : address;
    }

    private static boolean allZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }

    private static List<Network> networks(String... cidrs) {
        return Arrays.stream(cidrs).map(Network::parse).toList();
    }

    private record Network(byte[] address, int prefix) {
        static Network parse(String cidr) {
            String[] parts = cidr.split("/", 2);
            InetAddress address = InetAddress.ofLiteral(parts[0]);
            int bits = address instanceof Inet4Address ? 32 : 128;
            int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("network " + cidr + " must have a prefix of 0 to " + bits);
            }
            return new Network(address.getAddress(), prefix);
        }

        boolean contains(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < prefix; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
