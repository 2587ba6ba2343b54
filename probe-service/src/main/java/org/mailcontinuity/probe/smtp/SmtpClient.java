package org.mailcontinuity.probe.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * Holds dialogues with mail servers: does what a {@link SmtpDialogue} says and tells it what came of it. Blocks its
 * caller, meant for virtual threads; any number at once.
 */
public final class SmtpClient implements AutoCloseable {
    /** Enough for a dual-stacked host with a spare; a host of a hundred addresses is not tried to the end. */
    private static final int MOST_ADDRESSES = 4;

    private final Tls tls;
    private final StageLimits limits;
    private final SourceAddresses sources;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor watchdogs;

    /** @param sources where its connections start from */
    public SmtpClient(Tls tls, StageLimits limits, SourceAddresses sources, InstantSource clock) {
        this.tls = tls;
        this.limits = limits;
        this.sources = sources;
        this.clock = clock;
        this.watchdogs = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("smtp-watchdog").factory());
        watchdogs.setRemoveOnCancelPolicy(true);
    }

    /**
     * Holds the dialogue of {@code plan} with {@code target}, over by {@code deadline} at the latest (and a moment for
     * taking leave before it). A server whose TLS fails altogether under {@link TlsUse#OPPORTUNISTIC} is asked once
     * more without, as mail servers do.
     */
    public Conversation converse(SmtpTarget target, DialoguePlan plan, Deadline deadline, Transcript transcript) {
        Conversation first = new Attempt(target, plan, deadline, transcript).run();
        boolean tlsFailed =
                first.ending().stage() == Stage.TLS && first.ending().outcome() == Outcome.FAILURE;
        if (plan.tls() != TlsUse.OPPORTUNISTIC || !tlsFailed || deadline.isOver()) {
            return first;
        }
        transcript.note("TLS failed; once more without it, as a mail server would");
        Conversation second = new Attempt(target, plan.with(TlsUse.NONE), deadline, transcript).run();
        return new Conversation(
                second.ending().outcome() == Outcome.SUCCESS
                        ? second.ending().impairedBy(first.ending())
                        : second.ending(),
                second.timings(),
                first.total().plus(second.total()));
    }

    @Override
    public void close() {
        watchdogs.shutdownNow();
    }

    /** One connection and its dialogue. */
    private final class Attempt {
        private final SmtpTarget target;
        private final DialoguePlan plan;
        private final Deadline deadline;
        private final Transcript transcript;
        private final Map<Stage, Duration> timings = new EnumMap<>(Stage.class);
        private final long begun = System.nanoTime();

        Attempt(SmtpTarget target, DialoguePlan plan, Deadline deadline, Transcript transcript) {
            this.target = target;
            this.plan = plan;
            this.deadline = deadline;
            this.transcript = transcript;
        }

        Conversation run() {
            Ending lastFailure = Ending.before(Outcome.FAILURE, Stage.CONNECT, Fault.CONNECT_TIMEOUT);
            List<InetAddress> addresses = target.addresses();
            for (InetAddress address : addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()))) {
                if (deadline.isOver()) {
                    break;
                }
                transcript.note("connecting to " + address.getHostAddress() + " port " + target.port());
                long start = System.nanoTime();
                try (SmtpConnection connection = open(address)) {
                    spent(Stage.CONNECT, start);
                    return talk(connection);
                } catch (IOException e) {
                    spent(Stage.CONNECT, start);
                    transcript.note("no connection: " + e.getMessage());
                    lastFailure = notConnected(e);
                }
            }
            return conversation(lastFailure);
        }

        private SmtpConnection open(InetAddress address) throws IOException {
            return SmtpConnection.open(
                    new SmtpConnection.Ends(sources.towards(address), new InetSocketAddress(address, target.port())),
                    deadline.orIn(limits.connect()),
                    deadline,
                    watchdogs);
        }

        private Conversation talk(SmtpConnection connection) {
            SmtpDialogue dialogue = SmtpDialogue.begin(plan);
            while (true) {
                Step step = dialogue.step();
                if (step instanceof Step.Finish(Ending ending)) {
                    Conversation conversation = conversation(ending);
                    if (ending.mayQuit()) {
                        boolean answers =
                                ending.reply().isPresent() || ending.fault().isEmpty();
                        connection.quit(transcript, answers);
                    }
                    return conversation;
                }
                long start = System.nanoTime();
                Heard heard = take(step, connection);
                spent(step.stage(), start);
                dialogue = dialogue.on(heard);
            }
        }

        private Heard take(Step step, SmtpConnection connection) {
            Deadline stageDeadline = deadline.orIn(limits.of(step));
            try {
                return switch (step) {
                    case Step.AwaitGreeting() -> reply(connection, stageDeadline);
                    case Step.Say(Command command) -> {
                        transcript.said(command);
                        connection.send(command.wire());
                        yield reply(connection, stageDeadline);
                    }
                    case Step.Handshake() -> handshake(connection, stageDeadline);
                    case Step.Finish _ -> throw new IllegalStateException("nothing is taken after the end");
                };
            } catch (SocketTimeoutException e) {
                transcript.note("time is over");
                return new Heard.TimedOut();
            } catch (LineLimitException e) {
                transcript.note(messageOf(e));
                return new Heard.Malformed(messageOf(e));
            } catch (SSLException e) {
                transcript.note("TLS: " + e.getMessage());
                return step instanceof Step.Handshake
                        ? new Heard.HandshakeFailed(messageOf(e))
                        : new Heard.Disconnected();
            } catch (IOException e) {
                transcript.note(e instanceof EOFException ? "the server closed the connection" : messageOf(e));
                return new Heard.Disconnected();
            }
        }

        private Heard reply(SmtpConnection connection, Deadline stageDeadline) throws IOException {
            ReplyReader reader = new ReplyReader();
            while (true) {
                String line = connection.readLine(stageDeadline);
                transcript.heard(line);
                switch (reader.accept(line)) {
                    case ReplyReader.Progress.Unfinished() -> {}
                    case ReplyReader.Progress.Complete(SmtpReply reply) -> {
                        return new Heard.Replied(reply);
                    }
                    case ReplyReader.Progress.Malformed(String why) -> {
                        transcript.note(why);
                        return new Heard.Malformed(why);
                    }
                }
            }
        }

        private Heard handshake(SmtpConnection connection, Deadline stageDeadline) throws IOException {
            if (connection.hasUnreadBytes()) {
                transcript.note("clear text sent ahead of TLS: not read");
                return new Heard.Malformed("clear text sent ahead of TLS");
            }
            List<X509Certificate> chain = Tls.chain(connection.secure(tls, target.host(), stageDeadline));
            CertificateSeen seen = Tls.seen(chain.getFirst());
            Heard.Secured secured = new Heard.Secured(seen, tls.defectOf(chain, target.host(), clock.instant()));
            transcript.note("TLS stands; certificate of " + seen.subject() + " until " + seen.notAfter()
                    + secured.defect().map(fault -> ": " + fault).orElse(""));
            return secured;
        }

        private void spent(Stage stage, long start) {
            timings.merge(stage, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
        }

        private Conversation conversation(Ending ending) {
            return new Conversation(ending, timings, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static String messageOf(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Ending notConnected(IOException e) {
        String message = messageOf(e);
        if (e instanceof BindException
                || message.contains("Network is unreachable")
                || message.contains("not permitted")) {
            return Ending.before(Outcome.INCONCLUSIVE, Stage.CONNECT, Fault.EGRESS_BLOCKED);
        }
        boolean refused = e instanceof ConnectException && message.contains("refused");
        boolean reset = e instanceof SocketException && message.contains("reset");
        return Ending.before(
                Outcome.FAILURE, Stage.CONNECT, refused || reset ? Fault.CONNECT_REFUSED : Fault.CONNECT_TIMEOUT);
    }
}
