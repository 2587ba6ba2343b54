package org.mailcontinuity.standalone.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.Listener;

/** Finds the ports of an installation that somebody else listens on. */
final class TakenPorts {
    private TakenPorts() {}

    static List<Listener> find(Installation installation) {
        return installation.listeners().stream()
                .filter(listener -> !free(listener.port()))
                .toList();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection that is just being forgotten does not count
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
