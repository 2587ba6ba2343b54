package org.mailcontinuity.testbed.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server on 127.0.0.1 that follows a script, which may be changed while it runs; a connection keeps the script
 * with which it began. One virtual thread a connection. Safe for use by several threads.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<SmtpConnection> connections = new CopyOnWriteArrayList<>();
    private volatile SmtpScript script;

    private ScriptedSmtpServer(ServerSocket listener, SmtpScript script) {
        this.listener = listener;
        this.script = script;
    }

    /** Starts a server on a free port. */
    public static ScriptedSmtpServer start(SmtpScript script) {
        return start(script, 0);
    }

    /** Starts a server on that port of 127.0.0.1; 0 takes a free one. */
    public static ScriptedSmtpServer start(SmtpScript script, int port) {
        try {
            ServerSocket listener = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
            ScriptedSmtpServer server = new ScriptedSmtpServer(listener, script);
            Thread.ofVirtual().name("smtp-accept").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no SMTP listener on port " + port, e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections that begin from now on follow this script. */
    public void follow(SmtpScript next) {
        script = next;
    }

    /** All connections so far, those that go on included, in the order in which they came. */
    public List<SmtpSession> sessions() {
        return connections.stream().map(SmtpConnection::session).toList();
    }

    /** All messages accepted so far. */
    public List<SmtpMessage> messages() {
        return sessions().stream()
                .flatMap(session -> session.messages().stream())
                .toList();
    }

    /** Connections follow this script, those that were kept open until now included: they are cut. */
    public void turnTo(SmtpScript next) {
        script = next;
        cutAll();
    }

    /** Cuts every connection that goes on. */
    public void cutAll() {
        connections.forEach(SmtpConnection::cut);
    }

    /** Forgets the connections that are over. */
    public void forget() {
        connections.removeIf(connection -> connection.session().ended());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                SmtpConnection connection = new SmtpConnection(socket, script);
                connections.add(connection);
                Thread.ofVirtual().name("smtp-session").start(connection::serve);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException("SMTP listener failed", e);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("SMTP listener does not close", e);
        } finally {
            connections.forEach(SmtpConnection::cut);
        }
    }
}
