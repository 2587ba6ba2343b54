package org.mailcontinuity.events.mode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.mailcontinuity.events.signal.Signals;
import org.mailcontinuity.events.usergroup.UserGroupRepository;

/** Puts the feature's plain classes together. */
final class ModeBeans {
    @Produces
    @Singleton
    Modes modes(ModeRepository modes, ModePublisher publisher, InstantSource clock) {
        return new Modes(modes, publisher, clock);
    }

    @Produces
    @Singleton
    ModeOfAddress modeOfAddress(ModeRepository modes, UserGroupRepository groups) {
        return new ModeOfAddress(modes, groups::groupsOf);
    }

    @Produces
    @Singleton
    ModeWatch watch(Signals signals, InstantSource clock) {
        return new ModeWatch(signals, clock);
    }
}
