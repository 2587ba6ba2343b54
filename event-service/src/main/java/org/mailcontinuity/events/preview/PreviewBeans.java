package org.mailcontinuity.events.preview;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the feature's plain classes together. */
final class PreviewBeans {
    @Produces
    @Singleton
    Previewers previewers() {
        return new Previewers();
    }
}
