package org.mailcontinuity.notifier.audit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the feature's plain classes together. */
final class AuditBeans {
    @Produces
    @Singleton
    AuditFindings findings() {
        return new AuditFindings();
    }
}
