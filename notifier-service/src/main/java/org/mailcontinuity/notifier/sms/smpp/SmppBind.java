package org.mailcontinuity.notifier.sms.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * One bound session, until its line is lost. What waits for an answer then is told at once, instead of waiting until its
 * time is up. Safe for many threads.
 */
final class SmppBind {
    /** Answers and receipts go through the same queue: receipts that wait for the database must not hold answers up. */
    private static final int READERS = 16;

    private static final int QUEUE = 10_000;
    private static final String BOUND = "bound";

    private final SMPPSession session;
    private final CompletableFuture<String> lost = new CompletableFuture<>();
    private final Set<CompletableFuture<SmppResult>> waiting = ConcurrentHashMap.newKeySet();

    private SmppBind(SMPPSession session) {
        this.session = session;
    }

    /** @throws IOException if the centre cannot be reached or does not want us, with the reason */
    static SmppBind open(SmppSettings centre, BindType type, Login login, MessageReceiverListener listener)
            throws IOException {
        BoundedPduReader reader = new BoundedPduReader();
        SMPPSession session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender()), reader, (host, port) -> connection(centre));
        SmppBind bind = new SmppBind(session);
        session.setEnquireLinkTimer((int) centre.enquireLink().toMillis());
        session.setTransactionTimer(centre.timeout().toMillis());
        session.setPduProcessorDegree(READERS);
        session.setQueueCapacity(QUEUE);
        session.addSessionStateListener((now, before, source) -> bind.changed(now));
        session.setMessageReceiverListener(listener);
        CompletableFuture<String> bound = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("smpp bind")
                .start(() -> connect(session, centre, parameters(centre, type, login), bound));
        Object failure = CompletableFuture.anyOf(bound, bind.lost).join();
        if (!failure.equals(BOUND)) {
            session.close();
            throw new IOException(
                    reader.refusal().isPresent()
                            ? "bind refused: "
                                    + SmppStatus.words(reader.refusal().getAsInt())
                            : failure.toString());
        }
        return bind;
    }

    private static BindParameter parameters(SmppSettings centre, BindType type, Login login) {
        return new BindParameter(
                type,
                login.systemId(),
                login.password(),
                centre.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
    }

    private static void connect(
            SMPPSession session, SmppSettings centre, BindParameter parameters, CompletableFuture<String> bound) {
        try {
            session.connectAndBind(
                    centre.host(), centre.port(), parameters, centre.timeout().toMillis());
            bound.complete(BOUND);
        } catch (IOException | RuntimeException e) {
            bound.complete(String.valueOf(e.getMessage()));
        }
    }

    private static Connection connection(SmppSettings centre) throws IOException {
        int timeout = (int) centre.timeout().toMillis();
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(centre.host(), centre.port()), timeout);
            socket.setTcpNoDelay(true);
            return new SocketConnection(centre.tls().isPresent() ? secured(socket, centre) : socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket socket, SmppSettings centre) throws IOException {
        SSLSocket secured = (SSLSocket)
                centre.tls().orElseThrow().getSocketFactory().createSocket(socket, centre.host(), centre.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout((int) centre.timeout().toMillis());
        secured.startHandshake();
        return secured;
    }

    private void changed(SessionState state) {
        if (state == SessionState.CLOSED) {
            lost.complete("the line was lost");
            waiting.forEach(SmppBind::tellLost);
        }
    }

    private static void tellLost(CompletableFuture<SmppResult> answer) {
        answer.complete(new SmppResult.Unanswered("the line was lost before the answer"));
    }

    /** Hands a segment over and waits for the answer, the line's end, or the end of the time an answer may take. */
    SmppResult submit(SmppSegment segment) throws InterruptedException {
        CompletableFuture<SmppResult> answer = new CompletableFuture<>();
        waiting.add(answer);
        try {
            if (lost.isDone()) {
                return new SmppResult.Unsent("the line was lost");
            }
            Thread.ofVirtual().name("smpp submit").start(() -> answer.complete(exchange(segment)));
            return answer.join();
        } finally {
            waiting.remove(answer);
        }
    }

    private SmppResult exchange(SmppSegment segment) {
        try {
            String id = segment.submitTo(session).getMessageId();
            return new SmppResult.Taken(id == null ? "" : id);
        } catch (NegativeResponseException e) {
            return new SmppResult.Refused(e.getCommandStatus());
        } catch (PDUException | IllegalArgumentException e) {
            return new SmppResult.Unsent("not fit for SMPP: " + e.getMessage());
        } catch (ResponseTimeoutException e) {
            return new SmppResult.Unanswered("no answer in time");
        } catch (InvalidResponseException | IOException e) {
            return new SmppResult.Unanswered(String.valueOf(e.getMessage()));
        }
    }

    void awaitLost() {
        lost.join();
    }

    void close() {
        session.unbindAndClose();
        lost.complete("the line was lost");
    }

    /** Who we are to the centre. */
    record Login(String systemId, String password) {}
}
