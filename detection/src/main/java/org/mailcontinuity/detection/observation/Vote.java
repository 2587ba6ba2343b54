package org.mailcontinuity.detection.observation;

/** What an observation says about mail flow. */
public enum Vote {
    /** Mail gets through. */
    GOOD,
    /** Mail gets through, but late, into the spam folder or with broken authentication: evidence, at most DEGRADED. */
    DEFECT,
    /** Mail does not get through. */
    BAD,
    /** No evidence either way. */
    NONE;

    /**
     * Casts the vote of an observation.
     *
     * <ol>
     *   <li>Trigger MANUAL never votes; nor does TRAFFIC, which is no attempt.
     *   <li>INCONCLUSIVE is our own fault and never evidence.
     *   <li>SUCCESS is good, FAILURE is bad.
     *   <li>IMPAIRED got through. It is a defect where the recipient is hurt (LATE, IN_SPAM, AUTHENTICATION_BROKEN),
     *       else good: a certificate fault that the monitor's TLS policy tolerates does not stop mail.
     * </ol>
     */
    public static Vote of(Observation observation) {
        if (!mayVote(observation.trigger()) || observation.check() == Check.TRAFFIC) {
            return NONE;
        }
        return switch (observation.outcome()) {
            case SUCCESS -> GOOD;
            case FAILURE -> BAD;
            case IMPAIRED -> hurtsRecipient(observation.fault().orElse(Fault.UNKNOWN)) ? DEFECT : GOOD;
            case INCONCLUSIVE, UNKNOWN -> NONE;
        };
    }

    /** True for a vote that adds points: {@link #BAD} and {@link #DEFECT}. */
    public boolean isAgainst() {
        return this == BAD || this == DEFECT;
    }

    private static boolean mayVote(Trigger trigger) {
        return switch (trigger) {
            case SCHEDULED, CONFIRMATION -> true;
            case MANUAL, UNKNOWN -> false;
        };
    }

    private static boolean hurtsRecipient(Fault fault) {
        return fault == Fault.LATE || fault == Fault.IN_SPAM || fault == Fault.AUTHENTICATION_BROKEN;
    }
}
