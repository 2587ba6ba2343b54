package org.mailcontinuity.probe.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailcontinuity.probe.maillog.MailLog.Format;

/** Lines as the servers write them: Postfix's from a running one, the others' after their documentation. */
class MailLogTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T18:00:00Z"));

    private int malformed;

    private static MailLog log(Format format) {
        return format.over(LogMemory.of(LogMemory.Saved.EMPTY), ZoneOffset.UTC, List.of(":10024"), CLOCK);
    }

    private List<String> read(Format format, String file) throws IOException {
        try (InputStream in = MailLogTest.class.getResourceAsStream("/maillog/" + file)) {
            assertThat(in).isNotNull();
            return read(
                    log(format),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    private List<String> read(MailLog log, List<String> lines) {
        List<String> told = new ArrayList<>();
        for (String line : lines) {
            switch (log.read(line)) {
                case Reading.Told(List<MessageFate> deliveries) ->
                    deliveries.forEach(delivery -> told.add(text(delivery)));
                case Reading.Nothing() -> {}
                case Reading.Malformed() -> malformed++;
            }
        }
        return told;
    }

    private static String text(MessageFate delivery) {
        return delivery.at().toString().substring(11, 19) + " "
                + delivery.sender().orElse("?") + " -> "
                + delivery.recipient().orElse("?") + " " + delivery.fate()
                + delivery.reply()
                        .map(reply -> " " + reply.code()
                                + reply.enhanced().map(code -> " " + code).orElse(""))
                        .orElse("")
                + delivery.only().map(only -> " " + only).orElse("");
    }

    @Test
    void readsARunningPostfix() throws IOException {
        assertThat(read(Format.POSTFIX, "postfix-mx.log"))
                .contains(
                        "14:13:22 probe@elsewhere.test -> probe@example.test ACCEPTED",
                        "14:14:24 probe@elsewhere.test -> probe@example.test REJECTED 550 5.1.1",
                        "14:14:25 probe@elsewhere.test -> probe@example.test DEFERRED 451 4.7.1",
                        "14:14:26 ? -> ? DEFERRED 452 4.3.1",
                        "14:15:00 ? -> ? REJECTED 554 5.7.1",
                        "14:15:05 probe@elsewhere.test -> ? REJECTED 550 5.1.8",
                        "14:15:07 probe@elsewhere.test -> probe@example.test DEFERRED 451 4.3.0",
                        "14:15:08 probe@elsewhere.test -> probe@example.test REJECTED 554 5.6.0");
        assertThat(read(Format.POSTFIX, "postfix-submission.log"))
                .contains(
                        "14:18:58 probe@example.test -> p-afu3kh5aibavun5ovctazfvzvi4qa2yfttdfeo7ibv3z4za7na5q@probe.test"
                                + " REJECTED 554 5.7.1");
        assertThat(malformed).isZero();
    }

    @Test
    void readsWhatFiltersAndPostscreenAndNewSyslogsMakeOfPostfixLines() {
        List<String> lines = List.of(
                "2026-11-24T03:12:00.123456+01:00 mx1 postfix/qmgr[9]: 4Xy1Z23abCz9: from=<a@elsewhere.test>, size=9, nrcpt=1 (queue active)",
                "2026-11-24T03:12:00.2+01:00 mx1 postfix/smtp[9]: 4Xy1Z23abCz9: to=<b@example.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, dsn=2.0.0, status=sent (250 2.0.0 from MTA)",
                "<22>1 2026-11-24T02:12:01.003Z mx1 postfix/lmtp 12 - [a@1 b=\"]\\\"\"] 4Xy1Z23abCz9: to=<b@example.test>, orig_to=<info@example.test>, relay=mail[private/dovecot-lmtp], delay=1, dsn=4.2.2, status=deferred (host mail[private/dovecot-lmtp] said: 452 4.2.2 <b@example.test> Quota exceeded (in reply to end of DATA command))",
                "<22>1 2026-11-24T02:12:01.003Z mx1 postfix/qmgr 12 - - 4Xy1Z23abCz9: removed",
                "Nov  4 03:12:02 mx1 postfix/postscreen[7]: NOQUEUE: reject: RCPT from [198.51.100.7]:5678: 550 5.7.1 Service unavailable; client [198.51.100.7] blocked using zen.example; from=<x@spam.test>, to=<b@example.test>, proto=ESMTP, helo=<x>",
                "Nov 24 03:12:03 mx1 postfix-out/cleanup[7]: 4Xy1Z23abCz8: milter-reject: END-OF-MESSAGE from h[192.0.2.1]: 4.7.1 Try again later; from=<a@elsewhere.test> to=<b@example.test> proto=ESMTP helo=<h>",
                "<22>Nov 24 03:12:04 mx1 dovecot: lmtp(b@example.test): saved");
        assertThat(read(log(Format.POSTFIX), lines))
                .containsExactly(
                        "02:12:01 a@elsewhere.test -> b@example.test DEFERRED 452 4.2.2",
                        "03:12:02 x@spam.test -> b@example.test REJECTED 550 5.7.1",
                        "03:12:03 a@elsewhere.test -> b@example.test DEFERRED");
        assertThat(malformed).isZero();
    }

    @Test
    void readsEximsMainLog() throws IOException {
        assertThat(read(Format.EXIM, "exim-mainlog"))
                .containsExactly(
                        "03:12:00 carol@elsewhere.test -> alice@example.test ACCEPTED",
                        "03:12:01 carol@elsewhere.test -> bob@example.test ACCEPTED",
                        "03:12:11 alice@example.test -> carol@elsewhere.test DEFERRED 451 4.7.1",
                        "03:13:40 alice@example.test -> carol@elsewhere.test DEFERRED",
                        "03:17:12 alice@example.test -> carol@elsewhere.test ACCEPTED",
                        "03:18:01 bob@example.test -> nobody@elsewhere.test REJECTED 550 5.1.1",
                        "03:19:00 x@spam.test -> alice@example.test REJECTED 550 5.7.1",
                        "03:19:01 carol@elsewhere.test -> alice@example.test DEFERRED",
                        "03:19:02 carol@elsewhere.test -> ? REJECTED",
                        "02:19:05  -> bob@example.test ACCEPTED");
        assertThat(malformed).isZero();
        List<String> bySyslog = List.of(
                "Nov 24 03:12:00 mx exim[7]: 2026-11-24 03:12:00 1akB2c-0001wC-Pk <= a@example.test U=a P=local S=5",
                "Nov 24 03:12:00 mx exim[7]: 1akB2c-0001wC-Pk => b@elsewhere.test R=x T=y");
        assertThat(read(log(Format.EXIM), bySyslog))
                .containsExactly("03:12:00 a@example.test -> b@elsewhere.test ACCEPTED");
    }

    @Test
    void readsSendmailsLog() throws IOException {
        assertThat(read(Format.SENDMAIL, "sendmail.log"))
                .containsExactly(
                        "03:12:01 carol@elsewhere.test -> alice@example.test ACCEPTED",
                        "03:12:01 carol@elsewhere.test -> bob@example.test ACCEPTED",
                        "03:12:15 alice@example.test -> carol@elsewhere.test DEFERRED",
                        "03:42:15 alice@example.test -> carol@elsewhere.test ACCEPTED",
                        "03:43:00 ? -> x@elsewhere.test REJECTED 550 5.7.1",
                        "03:43:01 ? -> alice@example.test DEFERRED 451 4.7.1",
                        "03:43:03 alice@example.test -> nobody@elsewhere.test REJECTED 550 5.1.1");
        assertThat(malformed).isZero();
    }

    @Test
    void readsExchangesMessageTracking() throws IOException {
        assertThat(read(Format.EXCHANGE, "exchange-tracking.log"))
                .containsExactly(
                        "03:12:00 carol@elsewhere.test -> alice@example.test ACCEPTED OUTBOUND",
                        "03:12:00 carol@elsewhere.test -> bob@example.test ACCEPTED OUTBOUND",
                        "03:12:00 carol@elsewhere.test -> alice@example.test ACCEPTED INBOUND",
                        "03:12:00 carol@elsewhere.test -> bob@example.test ACCEPTED INBOUND",
                        "03:12:05 alice@example.test -> carol@elsewhere.test DEFERRED 451 4.7.1",
                        "03:14:05 alice@example.test -> carol@elsewhere.test ACCEPTED OUTBOUND",
                        "03:14:06 alice@example.test -> carol@elsewhere.test ACCEPTED OUTBOUND",
                        "03:15:00 alice@example.test -> nobody@elsewhere.test REJECTED 550 5.1.1");
        assertThat(malformed).isEqualTo(1);
    }

    @Test
    void knowsTheSenderAfterARestart() {
        LogMemory before = LogMemory.of(LogMemory.Saved.EMPTY);
        MailLog first = Format.POSTFIX.over(before, ZoneOffset.UTC, List.of(), CLOCK);
        first.read(
                "Nov 24 03:12:00 mx1 postfix/qmgr[9]: AB12CD34: from=<a@example.test>, size=9, nrcpt=1 (queue active)");
        MailLog second = Format.POSTFIX.over(LogMemory.of(before.saved()), ZoneOffset.UTC, List.of(), CLOCK);
        assertThat(
                        read(
                                second,
                                List.of(
                                        "Nov 24 03:12:09 mx1 postfix/smtp[9]: AB12CD34: to=<b@x.test>, relay=mx, dsn=2.0.0, status=sent (ok)")))
                .containsExactly("03:12:09 a@example.test -> b@x.test ACCEPTED");
    }

    @Test
    void findsTheYearAndTheZoneOfATimeThatNamesNone() {
        InstantSource newYear = InstantSource.fixed(Instant.parse("2027-01-01T00:10:00Z"));
        LogTimes vienna = new LogTimes(ZoneId.of("Europe/Vienna"), newYear);
        assertThat(vienna.withoutYear("Dec 31 23:59:59")).contains(Instant.parse("2026-12-31T22:59:59Z"));
        assertThat(vienna.withoutYear("Jan  1 01:09:00")).contains(Instant.parse("2027-01-01T00:09:00Z"));
        assertThat(vienna.withoutYear("Feb 29 12:00:00")).contains(Instant.parse("2024-02-29T11:00:00Z"));
        // Clocks go back: 02:30 is there twice, the first is summer time.
        assertThat(vienna.withoutYear("Oct 25 02:30:00")).contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(vienna.withoutYear("Jul 32 12:00:00")).isEmpty();
        assertThat(vienna.local("2026-07-01", "12:00:00.5", "")).contains(Instant.parse("2026-07-01T10:00:00.5Z"));
        assertThat(vienna.local("2026-07-01", "12:00:00", "-0500")).contains(Instant.parse("2026-07-01T17:00:00Z"));
    }
}
