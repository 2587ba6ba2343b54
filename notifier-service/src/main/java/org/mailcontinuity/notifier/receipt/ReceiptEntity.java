package org.mailcontinuity.notifier.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A receipt's row. */
@Entity
@Table(name = "receipt")
class ReceiptEntity {
    @Id
    @Column(name = "receipt_id")
    UUID receiptId;

    String channel;
    String via;
    String reference;

    @Enumerated(EnumType.STRING)
    Receipt.Verdict verdict;

    String words;
    Instant at;

    protected ReceiptEntity() {}

    Receipt receipt() {
        return new Receipt(channel, via, reference, verdict, words, at);
    }
}
