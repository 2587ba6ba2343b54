package org.mailcontinuity.events.mode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the feature's plain classes together. */
final class ModeBeans {
    @Produces
    @Singleton
    Modes modes(ModeRepository modes, ModePublisher publisher, InstantSource clock) {
        return new Modes(modes, publisher, clock);
    }
}
