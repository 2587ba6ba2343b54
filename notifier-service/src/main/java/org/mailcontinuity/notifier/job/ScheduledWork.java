package org.mailcontinuity.notifier.job;

import java.time.Instant;
import java.util.Optional;

/** Work that can be put off. A bean of this type is found and run by {@link SchedulerJob}, in one replica at a time. */
public interface ScheduledWork {
    /** The name under which its instances are kept: never changed. */
    String name();

    /**
     * Does the work once. May be done again if the replica died before it could say that it was done.
     *
     * @return when to do it again; nothing when it is done
     */
    Optional<Instant> run(String instance);
}
