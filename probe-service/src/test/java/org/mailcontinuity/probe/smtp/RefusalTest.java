package org.mailcontinuity.probe.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;

class RefusalTest {
    private static SmtpReply reply(String line) {
        return SmtpReply.of(Integer.parseInt(line.substring(0, 3)), List.of(line.substring(4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // RFC 5321, 4.2.1: 4yz transient, 5yz permanent
                "RCPT|451 4.3.0 try later|FAILURE|TEMPFAIL",
                "GREETING|421 4.3.2 too busy|FAILURE|TEMPFAIL",
                "RCPT|450 4.2.0 Greylisted|FAILURE|TEMPFAIL",
                "RCPT|451 4.7.1 Greylisting in action|FAILURE|TEMPFAIL",
                "MAIL|452 4.3.1 Insufficient system storage|FAILURE|TEMPFAIL",
                "RCPT|550 5.1.1 User unknown|FAILURE|REJECTED",
                "GREETING|554 No SMTP service here|FAILURE|REJECTED",
                "DATA|554 5.6.0 bad content|FAILURE|REJECTED",
                // RFC 3463, 3.3: x.2.2 mailbox full
                "RCPT|552 5.2.2 Mailbox full|FAILURE|MAILBOX_FULL",
                "RCPT|452 4.2.2 Over quota|FAILURE|MAILBOX_FULL",
                "DATA|552 exceeded storage allocation|FAILURE|MAILBOX_FULL",
                "DATA|552 5.3.4 Message too big|FAILURE|REJECTED",
                "MAIL|552 5.2.2 Mailbox full|FAILURE|MAILBOX_FULL",
                // RFC 3463, 3.2 and 3.8: about the sender or by policy
                "MAIL|550 5.1.8 Sender address rejected: Domain not found|INCONCLUSIVE|REFUSED_AS_SENDER",
                "MAIL|553 5.1.7 bad sender address|INCONCLUSIVE|REFUSED_AS_SENDER",
                "EHLO|550 5.7.1 Helo command rejected: Host not found|INCONCLUSIVE|REFUSED_AS_SENDER",
                "RCPT|504 5.5.2 Helo command rejected: need fully-qualified hostname|INCONCLUSIVE|REFUSED_AS_SENDER",
                "DATA|550 5.7.1 rejected by content policy|INCONCLUSIVE|REFUSED_AS_SENDER",
                "MAIL|530 5.7.0 Must issue a STARTTLS command first|INCONCLUSIVE|REFUSED_AS_SENDER",
                // the organisation's resolver is broken, not the probe's sender
                "RCPT|450 4.1.8 Sender address rejected: Domain not found|FAILURE|TEMPFAIL",
                "RCPT|450 4.7.1 Helo command rejected: Host not found|FAILURE|TEMPFAIL",
                // the server does not know its own domain any more
                "RCPT|554 5.7.1 Relay access denied|FAILURE|REJECTED",
                "RCPT|550 5.7.64 TenantAttribution; Relay Access Denied|FAILURE|REJECTED",
                // block lists, whatever the code
                "GREETING|554 5.7.1 blocked using zen.spamhaus.org|INCONCLUSIVE|BLOCKLISTED",
                "RCPT|550 Your address is listed in a DNSBL|INCONCLUSIVE|BLOCKLISTED",
                "GREETING|421 4.7.0 on our blacklist|INCONCLUSIVE|BLOCKLISTED",
                // neither
                "DATA|250 Ok|FAILURE|PROTOCOL_ERROR",
                "EHLO|334 what|FAILURE|PROTOCOL_ERROR",
            })
    void readsAStrangersRefusal(Stage stage, String line, Outcome outcome, Fault fault) {
        assertThat(Refusal.of(stage, reply(line), DialoguePlan.Purpose.DELIVERY))
                .isEqualTo(new Refusal(outcome, fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL|550 5.7.1 not allowed to send as this user|REJECTED",
                "RCPT|554 5.7.1 Relay access denied|REJECTED",
                "DATA|550 5.7.1 listed in a DNSBL|REJECTED",
                "AUTH|535 5.7.8 no|AUTH_FAILED",
                "AUTH|454 4.7.0 later|TEMPFAIL",
            })
    void holdsASubmissionServersRefusalAgainstIt(Stage stage, String line, Fault fault) {
        assertThat(Refusal.of(stage, reply(line), DialoguePlan.Purpose.SUBMISSION))
                .isEqualTo(new Refusal(Outcome.FAILURE, fault));
    }

    @Test
    void takesAnEnhancedCodeOnlyWhereItsClassFitsTheReply() { // RFC 2034, 4
        assertThat(reply("250 5.1.1 is no status of a 250").enhanced()).isEmpty();
        assertThat(reply("550 5.1.1 unknown").enhanced()).contains("5.1.1");
        assertThat(reply("550 5.1.1").enhanced()).contains("5.1.1");
    }
}
