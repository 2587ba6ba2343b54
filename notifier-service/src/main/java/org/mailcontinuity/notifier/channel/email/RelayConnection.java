package org.mailcontinuity.notifier.channel.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailcontinuity.notifier.credential.CredentialRepository;

/** Hands one message to one relay, within an absolute deadline, over a connection kept open from an earlier one if there is. */
public final class RelayConnection implements Way, AutoCloseable {
    /** A relay that drips its answers byte by byte must not hold a message for ever. */
    private static final int DEADLINE_IN_TIMEOUTS = 4;

    private final Relay relay;
    private final RelayPoolConnection pool;

    /** Reads the certificates to trust; fails if they cannot be read. */
    public RelayConnection(Relay relay, CredentialRepository credentials, String heloName) {
        this.relay = relay;
        this.pool = new RelayPoolConnection(relay, credentials, heloName);
    }

    @Override
    public String label() {
        return relay.label();
    }

    @Override
    public RelayAnswer send(Email email) {
        FutureTask<RelayAnswer> dialogue = new FutureTask<>(() -> dialogue(email));
        Thread thread = Thread.ofVirtual().name("relay " + relay.label()).start(dialogue);
        Duration deadline = relay.timeout().multipliedBy(DEADLINE_IN_TIMEOUTS);
        try {
            return dialogue.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return RelayAnswer.putOff("no end within " + deadline);
        } catch (ExecutionException e) {
            return RelayAnswer.putOff(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return RelayAnswer.putOff("stopped");
        }
    }

    private RelayAnswer dialogue(Email email) throws Exception {
        Optional<String> lacking = pool.lacking();
        if (lacking.isPresent()) {
            return RelayAnswer.putOff(lacking.get());
        }
        try {
            RelayPoolConnection.Line line = pool.take();
            try {
                return over(line, email);
            } catch (LostLineException _) {
                return over(pool.open(), email);
            }
        } catch (LostLineException e) {
            return RelayAnswerMapper.answer(e.failure);
        } catch (MessagingException e) {
            return RelayAnswerMapper.answer(e);
        }
    }

    /** @throws LostLineException if the connection was over before the message was on its way */
    private RelayAnswer over(RelayPoolConnection.Line line, Email email) throws MessagingException, LostLineException {
        boolean good = false;
        try {
            line.transport().sendMessage(pool.message(email), new Address[] {new InternetAddress(email.to())});
            good = true;
            return RelayAnswer.accepted(line.transport().getLastServerResponse(), email.reference());
        } catch (MessagingException e) {
            if (line.carried() > 0 && RelayAnswerMapper.lostBefore(e)) {
                throw new LostLineException(e);
            }
            good = RelayAnswerMapper.leavesTheLineGood(e);
            return RelayAnswerMapper.answer(e);
        } finally {
            pool.giveBack(line, good);
        }
    }

    /** A connection that was kept open had been closed by the relay meanwhile. */
    private static final class LostLineException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient MessagingException failure;

        LostLineException(MessagingException failure) {
            this.failure = failure;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
