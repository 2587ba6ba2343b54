package org.mailcontinuity.testbed.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import org.mailcontinuity.testbed.FreePort;
import org.xbill.DNS.Message;

/**
 * A DNS server on one port of 127.0.0.1, over UDP and TCP, that answers from its {@link FakeZone}. A name the zone does
 * not know is NXDOMAIN. Thread-safe.
 */
public final class FakeDnsServer implements AutoCloseable {
    private final FakeZone zone = new FakeZone();
    private final DatagramSocket datagrams;
    private final ServerSocket connections;

    private FakeDnsServer(DatagramSocket datagrams, ServerSocket connections) {
        this.datagrams = datagrams;
        this.connections = connections;
    }

    /** Starts a server with an empty zone on a free port. */
    public static FakeDnsServer start() {
        return start(FreePort.find());
    }

    /** Starts a server with an empty zone on that port. */
    public static FakeDnsServer start(int port) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            FakeDnsServer server =
                    new FakeDnsServer(new DatagramSocket(port, loopback), new ServerSocket(port, 50, loopback));
            Thread.ofVirtual().name("dns-udp").start(server::serveDatagrams);
            Thread.ofVirtual().name("dns-tcp").start(server::serveConnections);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no DNS listener", e);
        }
    }

    public int port() {
        return datagrams.getLocalPort();
    }

    /** {@code host:port} as configuration names a DNS server. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** What this server answers; may be changed while it runs. */
    public FakeZone zone() {
        return zone;
    }

    private void serveDatagrams() {
        byte[] buffer = new byte[4096];
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                Optional<byte[]> answer = zone.answer(query, true).map(Message::toWire);
                if (answer.isPresent()) {
                    byte[] bytes = answer.get();
                    datagrams.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // A query that cannot be read gets no answer; a closed socket ends the loop.
            }
        }
    }

    private void serveConnections() {
        while (!connections.isClosed()) {
            try {
                Socket socket = connections.accept();
                Thread.ofVirtual().name("dns-connection").start(() -> serve(socket));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                Optional<byte[]> answer = zone.answer(new Message(query), false).map(Message::toWire);
                if (answer.isPresent()) {
                    out.writeShort(answer.get().length);
                    out.write(answer.get());
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    @Override
    public void close() {
        datagrams.close();
        try {
            connections.close();
        } catch (IOException e) {
            throw new UncheckedIOException("DNS listener does not close", e);
        }
    }
}
