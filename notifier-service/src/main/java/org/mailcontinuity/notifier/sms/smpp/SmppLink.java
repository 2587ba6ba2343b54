package org.mailcontinuity.notifier.sms.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jsmpp.bean.BindType;
import org.jsmpp.session.MessageReceiverListener;
import org.mailcontinuity.notifier.credential.CredentialRepository;
import org.mailcontinuity.notifier.worker.Worker;

/**
 * Keeps one bind up: connects again when the line is lost, after 1 s, then twice as long each time up to the longest pause,
 * spread by a quarter to both sides. The credential is read at each bind, so that it can be changed.
 */
final class SmppLink {
    private static final Logger LOG = Logger.getLogger(SmppLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final SmppSettings centre;
    private final BindType type;
    private final CredentialRepository credentials;
    private final MessageReceiverListener listener;
    private final RandomGenerator random;
    private final Semaphore window;
    private final Worker worker;
    private final Object change = new Object();
    private volatile State state = new Connecting();
    private int failures;

    private sealed interface State {}

    /** The first attempt is under way: whoever wants to send waits for it. */
    private record Connecting() implements State {}

    private record Up(SmppBind bind) implements State {}

    private record Down(String why) implements State {}

    private record Closed() implements State {}

    SmppLink(
            SmppSettings centre,
            BindType type,
            CredentialRepository credentials,
            MessageReceiverListener listener,
            RandomGenerator random) {
        this.centre = centre;
        this.type = type;
        this.credentials = credentials;
        this.listener = listener;
        this.random = random;
        this.window = new Semaphore(centre.window());
        this.worker = Worker.named("smpp " + centre.name());
    }

    void start() {
        worker.start(this::round);
    }

    boolean up() {
        return state instanceof Up;
    }

    /** Hands a segment over. Waits for a place in the window, and for the first bind after the start. */
    SmppResult submit(SmppSegment segment) {
        try {
            return switch (settled()) {
                case Up(SmppBind bind) -> inWindow(bind, segment);
                case Down(String why) -> new SmppResult.Unsent(why);
                case Connecting connecting -> new SmppResult.Unsent("not connected yet");
                case Closed closed -> new SmppResult.Unsent("stopped");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SmppResult.Unanswered("stopped");
        }
    }

    private SmppResult inWindow(SmppBind bind, SmppSegment segment) throws InterruptedException {
        if (!window.tryAcquire(centre.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            return new SmppResult.Unsent("the window of " + centre.window() + " stays full");
        }
        try {
            return bind.submit(segment);
        } finally {
            window.release();
        }
    }

    private State settled() throws InterruptedException {
        long end = System.nanoTime() + centre.timeout().toNanos();
        synchronized (change) {
            while (state instanceof Connecting) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    break;
                }
                change.wait(left);
            }
            return state;
        }
    }

    private void round() throws InterruptedException {
        try {
            SmppBind bind = SmppBind.open(centre, type, login(), listener);
            if (!become(new Up(bind))) {
                bind.close();
                return;
            }
            LOG.infof("bound to message centre provider=%s bind=%s", centre.name(), type);
            failures = 0;
            bind.awaitLost();
            fail("the line was lost");
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
        if (worker.running()) {
            worker.pause(pause());
        }
    }

    private void fail(String why) {
        failures++;
        if (become(new Down(why))) {
            LOG.warnf("no line to message centre provider=%s bind=%s cause=%s", centre.name(), type, why);
        }
    }

    /** False if the link is closed. */
    private boolean become(State next) {
        synchronized (change) {
            if (state instanceof Closed) {
                return false;
            }
            state = next;
            change.notifyAll();
            return true;
        }
    }

    private SmppBind.Login login() {
        return new SmppBind.Login(secret("username"), secret("password"));
    }

    private String secret(String field) {
        return centre.credential()
                .flatMap(name -> credentials.find(name, field))
                .orElse("");
    }

    private Duration pause() {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(failures - 1, 20);
        long millis = Math.min(doubled, centre.longestReconnect().toMillis());
        return Duration.ofMillis(Math.round(millis * (0.75 + random.nextDouble() / 2)));
    }

    void close() {
        State before;
        synchronized (change) {
            before = state;
            state = new Closed();
            change.notifyAll();
        }
        if (before instanceof Up(SmppBind bind)) {
            bind.close();
        }
        worker.stop();
    }
}
