package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port on which connection attempts get no answer, as behind a firewall that drops packets: it listens, never
 * accepts, and its queue is full, so that the system drops what else comes.
 */
final class DeafPort {
    private static final int ENOUGH = 16;
    private static final int PATIENCE_MILLIS = 200;

    private final ServerSocket listener;
    private final List<Socket> queue;

    private DeafPort(ServerSocket listener, List<Socket> queue) {
        this.listener = listener;
        this.queue = queue;
    }

    static DeafPort open(int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        return new DeafPort(listener, fillQueue(port));
    }

    private static List<Socket> fillQueue(int port) throws IOException {
        List<Socket> queue = new ArrayList<>();
        for (int i = 0; i < ENOUGH; i++) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
                queue.add(socket);
            } catch (SocketTimeoutException e) {
                socket.close();
                return queue; // the queue is full
            }
        }
        return queue;
    }

    void close() throws IOException {
        listener.close();
        for (Socket socket : queue) {
            socket.close();
        }
    }
}
