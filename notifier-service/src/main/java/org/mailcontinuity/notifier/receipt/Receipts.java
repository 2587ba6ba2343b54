package org.mailcontinuity.notifier.receipt;

import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.notifier.job.Jobs;

/**
 * Takes receipts. A receipt may come before the attempt it is about is stored: it is kept, and tried again until the
 * attempt is there.
 */
public final class Receipts {
    static final String JOB = "receipt";

    private final ReceiptRepository rows;
    private final Jobs jobs;

    Receipts(ReceiptRepository rows, Jobs jobs) {
        this.rows = rows;
        this.jobs = jobs;
    }

    /** Keeps the receipt, in the present transaction: once that is committed the carrier may forget it. Twice is once. */
    public void take(Receipt receipt) {
        UUID id = DerivedId.of(
                "receipt", receipt.channel(), receipt.via(), receipt.reference(), receipt.verdict(), receipt.words());
        if (rows.insert(id, receipt)) {
            jobs.schedule(JOB, id.toString(), receipt.at());
        }
    }
}
