package org.mailcontinuity.detector.preview;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the feature's plain classes together. */
final class PreviewBeans {
    @Produces
    @Singleton
    PreviewDesk desk(PreviewConfig config) {
        return new PreviewDesk(config.mostAtOnce(), config.timeLimit());
    }
}
