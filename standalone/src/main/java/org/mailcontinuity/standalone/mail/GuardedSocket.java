package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;

/** A listening socket that hands out those connections only which its door admits. */
final class GuardedSocket extends ServerSocket {
    /** The oldest ignored connection is closed when there are more; its client has long given up. */
    private static final int MOST_IGNORED = 100;

    private final Door door;
    private final Deque<Socket> ignored = new ArrayDeque<>();

    GuardedSocket(Door door) throws IOException {
        this.door = door;
    }

    @Override
    public Socket accept() throws IOException {
        while (true) {
            Socket socket = super.accept();
            switch (door.treat(socket.getInetAddress())) {
                case ADMIT -> {
                    return socket;
                }
                case IGNORE -> ignore(socket);
                case REFUSE -> reset(socket);
            }
        }
    }

    private void ignore(Socket socket) throws IOException {
        synchronized (ignored) {
            ignored.addLast(socket);
            if (ignored.size() > MOST_IGNORED) {
                ignored.removeFirst().close();
            }
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        super.close();
        synchronized (ignored) {
            for (Socket socket : ignored) {
                socket.close();
            }
            ignored.clear();
        }
    }
}
