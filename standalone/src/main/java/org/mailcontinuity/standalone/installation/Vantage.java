package org.mailcontinuity.standalone.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * A place that this installation's probe looks from: a process of its own, with ports of its own.
 *
 * @param number 1 to {@link #MOST}
 * @param name as monitors and samples name it
 * @param part the name of its process
 */
public record Vantage(int number, String name, String part) {
    public static final int MOST = 9;

    private static final int PORTS_BETWEEN = 10;

    /** The only one, or one of several. */
    static Vantage of(int number, int all) {
        return all == 1
                ? new Vantage(1, "local", "probe-service")
                : new Vantage(number, "vantage-" + number, "probe-service-" + number);
    }

    /** What lies between its ports and those of the first. */
    int portDistance() {
        return (number - 1) * PORTS_BETWEEN;
    }

    /** The loopback address that it alone looks from in the demo; not every system has it. */
    public String address() {
        return "127.0.0." + (10 + number);
    }

    /** The same, where this system has it. Linux always does; others have 127.0.0.1 only, until told otherwise. */
    public Optional<InetAddress> ownAddress() {
        try (ServerSocket socket = new ServerSocket()) {
            InetAddress address = InetAddress.getByName(address());
            socket.bind(new InetSocketAddress(address, 0));
            return Optional.of(address);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
