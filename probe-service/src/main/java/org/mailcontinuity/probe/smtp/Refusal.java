package org.mailcontinuity.probe.smtp;

import java.util.regex.Pattern;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * What a reply means that is not the one hoped for (RFC 5321, 4.2; RFC 3463).
 *
 * <ol>
 *   <li>Neither 4xx nor 5xx: the server does not speak SMTP as agreed, PROTOCOL_ERROR.
 *   <li>To AUTH: 4xx is TEMPFAIL, 5xx AUTH_FAILED.
 *   <li>x.2.2, or 552 without an enhanced status code after RCPT: MAILBOX_FULL.
 *   <li>From a server that is not the probe's own way out: a block list named in the text is BLOCKLISTED; x.1.7, x.1.8
 *       and x.7.x of a 5xx, 530 or a refused HELO are REFUSED_AS_SENDER, both INCONCLUSIVE. A refusal to relay is not
 *       among them: it says that the server does not know the recipient's domain (any more).
 *   <li>Else 4xx is TEMPFAIL and 5xx REJECTED.
 * </ol>
 */
record Refusal(Outcome outcome, Fault fault) {
    private static final Pattern BLOCK_LIST = Pattern.compile(
            "block ?list|black ?list|deny ?list|dnsbl|\\brbl\\b|spamhaus|spamcop|barracudacentral|sorbs|"
                    + "blocked using|listed (?:at|in|on|by)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RELAYING = Pattern.compile("relay", Pattern.CASE_INSENSITIVE);
    private static final Pattern HELO =
            Pattern.compile("helo command rejected|(?:invalid|bad) (?:helo|ehlo)", Pattern.CASE_INSENSITIVE);

    static Refusal of(Stage stage, SmtpReply reply, DialoguePlan.Purpose purpose) {
        boolean stranger = purpose == DialoguePlan.Purpose.DELIVERY;
        if (!reply.isTransient() && !reply.isPermanent()) {
            return failure(Fault.PROTOCOL_ERROR);
        }
        if (stage == Stage.AUTH) {
            return failure(reply.isTransient() ? Fault.TEMPFAIL : Fault.AUTH_FAILED);
        }
        if (isMailboxFull(stage, reply)) {
            return failure(Fault.MAILBOX_FULL);
        }
        if (stranger && BLOCK_LIST.matcher(reply.text()).find()) {
            return new Refusal(Outcome.INCONCLUSIVE, Fault.BLOCKLISTED);
        }
        if (stranger && reply.isPermanent() && isAboutUs(reply)) {
            return new Refusal(Outcome.INCONCLUSIVE, Fault.REFUSED_AS_SENDER);
        }
        return failure(reply.isTransient() ? Fault.TEMPFAIL : Fault.REJECTED);
    }

    private static boolean isMailboxFull(Stage stage, SmtpReply reply) {
        return reply.says(".2.2")
                || reply.code() == 552 && reply.enhanced().isEmpty() && (stage == Stage.RCPT || stage == Stage.DATA);
    }

    private static boolean isAboutUs(SmtpReply reply) {
        if (reply.says(".7.") && !RELAYING.matcher(reply.text()).find()) {
            return true;
        }
        return reply.code() == 530
                || reply.says(".1.7")
                || reply.says(".1.8")
                || HELO.matcher(reply.text()).find();
    }

    private static Refusal failure(Fault fault) {
        return new Refusal(Outcome.FAILURE, fault);
    }
}
