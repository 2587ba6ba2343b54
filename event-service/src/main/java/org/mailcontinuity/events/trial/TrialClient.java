package org.mailcontinuity.events.trial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.mailcontinuity.events.audit.Actor;
import org.mailcontinuity.events.problem.Refusal;
import org.mailcontinuity.events.problem.RefusedException;

/**
 * Has the notifier try addresses and keeps what came of it, in transactions of its own: none is open while something is
 * sent. Every refusal is thrown as a {@link RefusedException}.
 */
@Singleton
public class TrialClient {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Trials trials;
    private final NotifierClient notifier;

    TrialClient(Trials trials, NotifierClient notifier) {
        this.trials = trials;
        this.notifier = notifier;
    }

    /** Sends a test over each address of a contact. */
    public TrialView test(UUID contactId, Actor by) throws InterruptedException {
        return tried(QuarkusTransaction.requiringNew().call(() -> trials.test(contactId, by)));
    }

    /** Sends a code to one address. */
    public VerificationView verify(UUID contactId, UUID address, Actor by) throws InterruptedException {
        TrialRequest code = QuarkusTransaction.requiringNew().call(() -> trials.code(contactId, address, by));
        boolean sent = false;
        try {
            TrialView.Result result = tried(code).results().getFirst();
            if (!result.worked()) {
                throw new RefusedException(new Refusal.Conflict(
                        "CODE_NOT_SENT",
                        "The code could not be sent: " + result.reply().orElse("no reason given")));
            }
            sent = true;
        } finally {
            if (!sent) {
                QuarkusTransaction.requiringNew().run(() -> trials.withdraw(contactId, address));
            }
        }
        return QuarkusTransaction.requiringNew().call(() -> trials.shown(contactId, address));
    }

    /** Takes the code that the person read. */
    public void confirm(UUID contactId, UUID address, String code, Actor by) {
        QuarkusTransaction.requiringNew()
                .call(() -> trials.confirm(contactId, address, code, by))
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
    }

    private TrialView tried(TrialRequest request) throws InterruptedException {
        return switch (notifier.attempt(request)) {
            case NotifierAnswer.Tried tried -> {
                QuarkusTransaction.requiringNew().run(() -> trials.prove(tried.view()));
                yield tried.view();
            }
            case NotifierAnswer.Away away -> throw new RefusedException(new Refusal.Unavailable(away.why(), LATER));
        };
    }
}
