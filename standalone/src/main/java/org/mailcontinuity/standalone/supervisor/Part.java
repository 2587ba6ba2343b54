package org.mailcontinuity.standalone.supervisor;

import java.io.IOException;
import java.util.OptionalLong;

/** One process that an installation is made of. Driven by one {@link Keeper}; its questions may be asked by any thread. */
interface Part {
    String name();

    /** Starts it; returns before it is ready. */
    void start() throws IOException;

    boolean alive();

    /** Its process, while it is alive. */
    OptionalLong pid();

    /** Whether it does its work now. Answers within some seconds. */
    boolean ready();

    /** Ends it in order, by force after its time is up; returns when it is gone. */
    void stop();
}
