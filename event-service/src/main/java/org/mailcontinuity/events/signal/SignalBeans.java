package org.mailcontinuity.events.signal;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the feature's plain classes together. */
final class SignalBeans {
    @Produces
    @Singleton
    Signals signals() {
        return new Signals();
    }
}
