package org.mailcontinuity.contracts.contact;

import java.util.List;
import java.util.Optional;
import org.mailcontinuity.contracts.Require;
import org.mailcontinuity.contracts.disruption.Severity;

/**
 * When a person is not to be disturbed. Where both the person and the policy have quiet hours, an alert waits while either
 * of them holds it back.
 *
 * @param timeZone the IANA zone of the times; absent = the person's own
 * @param spans 1 to 14
 * @param breakThrough the severities that are told all the same; empty = none
 */
public record QuietHours(Optional<String> timeZone, List<QuietSpan> spans, List<Severity> breakThrough) {
    public QuietHours {
        Require.optionalText("quietHours.timeZone", timeZone, 50);
        spans = Require.list("quietHours.spans", spans, 14);
        Require.range("quietHours.spans", spans.size(), 1, 14);
        breakThrough = Require.list("quietHours.breakThrough", breakThrough, 3);
    }
}
