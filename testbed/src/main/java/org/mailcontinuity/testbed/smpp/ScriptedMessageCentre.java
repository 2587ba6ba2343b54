package org.mailcontinuity.testbed.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import javax.net.ServerSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.session.connection.socket.ServerSocketConnectionFactory;
import org.mailcontinuity.testbed.tls.ServerCertificate;

/** An SMPP 3.4 message centre on 127.0.0.1. Takes everything unless told otherwise. Thread-safe. */
public final class ScriptedMessageCentre implements AutoCloseable {
    private static final int WRONG_PASSWORD = 0x0E;
    private static final int BIND_FAILED = 0x0D;
    private static final int BIND_WITHIN_MS = 5_000;
    private static final int READERS = 200;
    private static final int RECEIPT = 0x04;

    private final SMPPServerSessionListener listener;
    private final int port;
    private final String password;
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final List<CentreMessage> messages = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<CentreAnswer> next = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong serial = new AtomicLong(0xA5F0_0000L);
    private volatile CentreAnswer standing = new CentreAnswer.Take();
    private volatile LongFunction<String> ids = Long::toHexString;
    private volatile boolean bindable = true;
    private volatile boolean open = true;

    private ScriptedMessageCentre(SMPPServerSessionListener listener, int port, String password) {
        this.listener = listener;
        this.port = port;
        this.password = password;
    }

    /** Starts a centre on a free port that lets in whoever knows the password. */
    public static ScriptedMessageCentre start(String password) {
        return start(password, ServerSocketFactory.getDefault());
    }

    /** As {@link #start(String)}, over TLS. */
    public static ScriptedMessageCentre start(String password, ServerCertificate certificate) {
        return start(password, certificate.serverContext().getServerSocketFactory());
    }

    private static ScriptedMessageCentre start(String password, ServerSocketFactory sockets) {
        try {
            ServerSocket socket = sockets.createServerSocket(0, 100, InetAddress.getLoopbackAddress());
            SMPPServerSessionListener listener =
                    new SMPPServerSessionListener(socket.getLocalPort(), new ServerSocketConnectionFactory() {
                        @Override
                        public ServerSocketConnection listen(int port) {
                            return new ServerSocketConnection(socket);
                        }
                    });
            listener.setPduProcessorDegree(READERS);
            ScriptedMessageCentre centre = new ScriptedMessageCentre(listener, socket.getLocalPort(), password);
            Thread.ofVirtual().name("message centre").start(centre::accept);
            return centre;
        } catch (IOException e) {
            throw new UncheckedIOException("no SMPP listener", e);
        }
    }

    public int port() {
        return port;
    }

    /** From now on every segment gets this answer, until others are told for the next ones. */
    public void answer(CentreAnswer answer) {
        next.clear();
        standing = answer;
    }

    /** The next segments get these answers, one each, before the standing answer applies again. */
    public void answerNext(CentreAnswer... answers) {
        next.addAll(List.of(answers));
    }

    /** How the centre writes its ids: in hexadecimal unless told otherwise. */
    public void idsAs(LongFunction<String> form) {
        ids = form;
    }

    /** Whether binds are let in. */
    public void bindable(boolean whether) {
        bindable = whether;
    }

    /** What was taken so far, in order. */
    public List<CentreMessage> messages() {
        return List.copyOf(messages);
    }

    public List<CentreMessage> messagesTo(String number) {
        return messages.stream().filter(message -> message.to().equals(number)).toList();
    }

    /** How many segments were handed over, taken or not. */
    public int asked() {
        return asked.get();
    }

    public int binds() {
        return sessions.size();
    }

    /** Cuts every line. */
    public void cut() {
        sessions.forEach(SMPPServerSession::close);
    }

    /** Ends every session as the protocol has it. */
    public void unbind() {
        sessions.forEach(SMPPServerSession::unbindAndClose);
    }

    /** Sends a receipt in the words of the specification's appendix B, with or without the parameters. */
    public void report(CentreMessage message, String id, String stat, Optional<Integer> state) {
        String text = "id:" + id + " sub:001 dlvrd:001 submit date:2611241200 done date:2611241201 stat:" + stat
                + " err:000 text:";
        OptionalParameter[] parameters = state.map(word -> new OptionalParameter[] {
                    new OptionalParameter.Receipted_message_id(id),
                    new OptionalParameter.Message_state(word.byteValue())
                })
                .orElse(new OptionalParameter[0]);
        deliver(message.to(), message.from(), text, RECEIPT, parameters);
    }

    /** Sends a text that somebody wrote, to one of the receivers. */
    public void text(String from, String to, String text) {
        deliver(from, to, text, 0);
    }

    private void deliver(String from, String to, String text, int esmClass, OptionalParameter... parameters) {
        SMPPServerSession session = sessions.stream()
                .filter(one -> one.getSessionState().isReceivable())
                .findAny()
                .orElseThrow(() -> new IllegalStateException("nobody is bound to receive"));
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    from,
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    to,
                    new ESMClass(esmClass),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) 1),
                    text.getBytes(StandardCharsets.US_ASCII),
                    parameters);
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            throw new IllegalStateException("deliver_sm was not taken", e);
        }
    }

    private void accept() {
        while (open) {
            try {
                SMPPServerSession session = listener.accept();
                session.setMessageReceiverListener(new CentreListener(this::take));
                Thread.ofVirtual().start(() -> bind(session));
            } catch (IOException e) {
                open = false;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_WITHIN_MS);
            if (!bindable || !request.getPassword().equals(password)) {
                request.reject(bindable ? WRONG_PASSWORD : BIND_FAILED);
                session.close();
                return;
            }
            session.addSessionStateListener((now, before, source) -> {
                if (!now.isBound()) {
                    sessions.remove(session);
                }
            });
            sessions.add(session);
            request.accept("scripted");
        } catch (TimeoutException | PDUException | IOException | IllegalStateException e) {
            session.close();
        }
    }

    /** The standing answer may change while somebody waits in silence; whoever waits stays waiting. */
    private CentreAnswer take(CentreListener.Submitted submitted) {
        asked.incrementAndGet();
        CentreAnswer answer = Optional.ofNullable(next.poll()).orElse(standing);
        if (answer instanceof CentreAnswer.Take || answer instanceof CentreAnswer.TakeAndCut) {
            messages.add(submitted.as(submitted.id(ids.apply(serial.incrementAndGet()))));
        }
        return answer;
    }

    @Override
    public void close() {
        open = false;
        cut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
