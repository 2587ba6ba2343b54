package org.mailcontinuity.notifier.sms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report's row. */
@Entity
@Table(name = "sms_report")
class SmsReportEntity {
    @Id
    @Column(name = "report_id")
    UUID reportId;

    String provider;

    @Column(name = "carrier_id")
    String carrierId;

    @Nullable
    String number;

    @Enumerated(EnumType.STRING)
    SmsHeard.Fate fate;

    String words;

    @Column(name = "heard_at")
    Instant heardAt;

    protected SmsReportEntity() {}

    SmsReportEntity(UUID reportId, SmsHeard.Report report, Instant now) {
        this.reportId = reportId;
        this.provider = report.provider();
        this.carrierId = report.carrierId();
        this.number = report.number().orElse(null);
        this.fate = report.fate();
        this.words = report.words();
        this.heardAt = now;
    }

    SmsHeard.Report report() {
        return new SmsHeard.Report(provider, carrierId, fate, words, Optional.ofNullable(number));
    }
}
