package org.mailcontinuity.events.mode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.mailcontinuity.events.signal.Signals;

/** Puts the feature's plain classes together. */
final class ModeBeans {
    @Produces
    @Singleton
    Modes modes(ModeRepository modes, ModePublisher publisher, InstantSource clock) {
        return new Modes(modes, publisher, clock);
    }

    @Produces
    @Singleton
    ModeOfAddress modeOfAddress(ModeRepository modes) {
        return new ModeOfAddress(modes, address -> List.of());
    }

    @Produces
    @Singleton
    ModeWatch watch(Signals signals, InstantSource clock) {
        return new ModeWatch(signals, clock);
    }
}
