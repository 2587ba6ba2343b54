package org.mailcontinuity.standalone.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Finds a port offset at which nobody listens on any port of an installation. */
public final class FreeOffset {
    private static final int TRIES = 200;

    private FreeOffset() {}

    public static int find() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int i = 0; i < TRIES; i++) {
            int offset = random.nextInt(5_000, 15_000); // below the ports that the system gives to clients
            if (new Installation(Path.of("."), Path.of("."), offset, true, Installation.DEMO_VANTAGES)
                    .listeners().stream().allMatch(listener -> free(listener.port()))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free port offset found");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
