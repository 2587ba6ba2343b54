package org.mailcontinuity.notifier.sms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import org.mailcontinuity.contracts.DerivedId;
import org.mailcontinuity.notifier.job.Jobs;

/** Keeps what providers tell, before they may forget it. */
@Singleton
class SmsReceiver {
    private final SmsReportRepository rows;
    private final Jobs jobs;
    private final Event<SmsHeard.Text> texts;
    private final InstantSource clock;

    SmsReceiver(SmsReportRepository rows, Jobs jobs, Event<SmsHeard.Text> texts, InstantSource clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    /** Returns when it is kept; throws if it cannot be kept now. */
    void hear(SmsHeard heard) {
        switch (heard) {
            case SmsHeard.Report report -> {
                if (report.fate() != SmsHeard.Fate.UNDER_WAY) {
                    QuarkusTransaction.requiringNew().run(() -> keep(report));
                }
            }
            case SmsHeard.Text text -> QuarkusTransaction.requiringNew().run(() -> texts.fire(text));
        }
    }

    /** Twice is once. */
    private void keep(SmsHeard.Report report) {
        UUID id = DerivedId.of("sms-report", report.provider(), report.carrierId(), report.fate());
        if (rows.findByIdOptional(id).isEmpty()) {
            rows.persistAndFlush(new SmsReportEntity(id, report, clock.instant()));
            jobs.schedule(SmsReportJob.NAME, id.toString(), clock.instant());
        }
    }
}
