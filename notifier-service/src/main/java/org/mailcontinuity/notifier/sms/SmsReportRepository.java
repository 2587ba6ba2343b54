package org.mailcontinuity.notifier.sms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reports, kept until they are forgotten. */
@Singleton
class SmsReportRepository implements PanacheRepositoryBase<SmsReportEntity, UUID> {}
