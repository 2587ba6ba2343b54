package org.mailcontinuity.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportMapperTest {
    /** The shape of Postfix's. */
    private static final String REPORT = """
            From: MAILER-DAEMON@mx.people.test
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            I'm sorry.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.people.test
            Arrival-Date: Tue, 24 Nov 2026 12:00:00 +0000 (UTC)

            Final-Recipient: rfc822; ada@people.test
            Original-Recipient: rfc822;ada@people.test
            Action: %s
            Status: %s
            Remote-MTA: dns; inner.people.test
            Diagnostic-Code: smtp; 550 5.1.1 <ada@people.test>: Recipient address
                rejected: User unknown

            --b
            Content-Type: text/rfc822-headers

            Subject: [DOWN]

            --b--
            """;

    @Test
    void failureNamesTheReasonAndWhetherTheAddressIsBad() {
        DeliveryStatus status = read(REPORT.formatted("failed", "5.1.1"));
        assertThat(status.failed()).isTrue();
        assertThat(status.badAddress()).isTrue();
        assertThat(status.words())
                .isEqualTo("smtp; 550 5.1.1 <ada@people.test>: Recipient address rejected: User unknown");
        assertThat(read(REPORT.formatted("failed", "5.7.1")).badAddress()).isFalse();
    }

    @Test
    void deliveryIsTold() {
        assertThat(read(REPORT.formatted("delivered", "2.0.0")).delivered()).isTrue();
        assertThat(read(REPORT.formatted("delayed", "4.4.1")).failed()).isFalse();
    }

    @Test
    void whatIsNoReportIsNone() {
        assertThat(ReportMapper.status("Subject: On holiday\r\n\r\nBack in May\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        Random random = new Random(7);
        byte[] report = REPORT.formatted("failed", "5.1.1").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2000; i++) { // whatever comes, it is read or it is none
            byte[] broken = report.clone();
            for (int j = 0; j < 10; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            ReportMapper.status(broken);
        }
    }

    private static DeliveryStatus read(String report) {
        return ReportMapper.status(report.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
