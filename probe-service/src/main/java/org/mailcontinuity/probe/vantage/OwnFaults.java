package org.mailcontinuity.probe.vantage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Route;
import org.mailcontinuity.contracts.sample.Stage;
import org.mailcontinuity.probe.dialing.Course;

/**
 * Whether the worker itself may be to blame for what a check found. A failure in which the mail server said nothing is
 * not believed before a control target was looked at after it began; one that the server spoke in came over a network
 * that works, and what was known counts. Safe for many threads.
 */
public final class OwnFaults {
    private static final Duration LONGEST_AGO = Duration.ofSeconds(15);
    private static final int MAIL_PORT = 25;

    private final Sight sight;
    private final SelfCheck selfCheck;

    public OwnFaults(Sight sight, SelfCheck selfCheck) {
        this.sight = sight;
        this.selfCheck = selfCheck;
    }

    /** What is wrong with the worker itself, if anything. May block while a control target is looked at. */
    public Optional<Fault> behind(Optional<Route> route, Course course) throws InterruptedException {
        boolean greeted = course.stage().compareTo(Stage.GREETING) > 0;
        if (greeted && route.filter(tried -> tried.port() == MAIL_PORT).isPresent()) {
            sight.reached();
        }
        boolean silent = course.outcome() == Outcome.FAILURE && course.reply().isEmpty();
        return silent ? selfCheck.ownFaultSince(since(course)) : sight.ownFault();
    }

    /** A long wait for an arrival says little about the network at its beginning. */
    private static Instant since(Course course) {
        Instant lately = course.completedAt().minus(LONGEST_AGO);
        return lately.isAfter(course.startedAt()) ? lately : course.startedAt();
    }
}
