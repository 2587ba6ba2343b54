package org.mailcontinuity.notifier.receipt;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mailcontinuity.notifier.job.Jobs;

/** Puts the feature's plain classes together. */
final class ReceiptBeans {
    @Produces
    @Singleton
    Receipts receipts(ReceiptRepository rows, Jobs jobs) {
        return new Receipts(rows, jobs);
    }
}
