package org.mailcontinuity.notifier.link;

import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.mailcontinuity.notifier.database.Unreachable;

/**
 * The codes by which a contact names an alert in an SMS: four digits, for one alert and one contact. They are easy to guess,
 * so they count only from the contact's own number, and only so many times an hour.
 */
public final class ReplyCodes {
    private static final Logger LOG = Logger.getLogger(ReplyCodes.class);
    private static final int LOWEST = 1000;
    private static final int COUNT = 9000;
    private static final int MOST_TRIES = 20;

    private final ReplyCodeRepository rows;
    private final boolean enabled;
    private final RandomGenerator random;

    /** @param enabled whether anybody can answer at all */
    ReplyCodes(ReplyCodeRepository rows, boolean enabled, RandomGenerator random) {
        this.rows = rows;
        this.enabled = enabled;
        this.random = random;
    }

    /** The code, the same each time; empty if nobody can answer, or it cannot be kept now. No transaction may be open. */
    public Optional<String> code(UUID alertId, UUID contactId, String number) {
        if (!enabled) {
            return Optional.empty();
        }
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                String code = Integer.toString(LOWEST + random.nextInt(COUNT));
                Optional<String> kept = rows.keep(alertId, contactId, number, code);
                if (kept.isPresent()) {
                    return kept;
                }
            }
        } catch (RuntimeException e) {
            if (!Unreachable.database(e)) {
                throw e;
            }
        }
        LOG.warnf("no code for answers alert=%s contact=%s", alertId, contactId);
        return Optional.empty();
    }
}
