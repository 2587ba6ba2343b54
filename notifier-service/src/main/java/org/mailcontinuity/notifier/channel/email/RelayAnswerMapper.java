package org.mailcontinuity.notifier.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a relay's answer out of a failed dialogue (RFC 5321, RFC 3463).
 *
 * <ul>
 *   <li>5xx to RCPT: the recipient is refused, wherever one asks; unless the code says that it is the relay's policy
 *       (x.7.x), fault (x.3.x) or protocol (x.5.x).
 *   <li>5xx to the content, or to RCPT by the relay's policy: refused here, perhaps not elsewhere.
 *   <li>All else (4xx, no connection, no TLS, no authentication, sender refused): put off.
 * </ul>
 */
final class RelayAnswerMapper {
    private static final Pattern OWN_FAULT = Pattern.compile("5\\d\\d[ -]5\\.[357]\\.\\d+");

    private RelayAnswerMapper() {}

    static RelayAnswer answer(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return RelayAnswer.putOff("authentication failed: " + failure.getMessage());
        }
        for (@Nullable Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            if (e instanceof SMTPAddressFailedException recipient && permanent(recipient.getReturnCode())) {
                String reply = String.valueOf(recipient.getMessage());
                return RelayAnswer.refused(reply, !OWN_FAULT.matcher(reply).lookingAt());
            }
            if (e instanceof SMTPSendFailedException send && permanent(send.getReturnCode()) && !greets(send)) {
                return RelayAnswer.refused(send.getMessage(), false);
            }
        }
        return RelayAnswer.putOff(reason(failure));
    }

    /** Whether the relay answered in good order, so that the connection can carry another message. */
    static boolean leavesTheLineGood(MessagingException failure) {
        for (@Nullable Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            if (e instanceof SMTPAddressFailedException recipient && answered(recipient.getReturnCode())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the connection was over (no answer, or 421) when the message was to begin: none of it was sent. */
    static boolean lostBefore(MessagingException failure) {
        if (failure instanceof SMTPSendFailedException send) {
            int code = send.getReturnCode();
            return String.valueOf(send.getCommand()).startsWith("MAIL") && (code == -1 || code == 421);
        }
        return String.valueOf(failure.getMessage()).startsWith("Can't send command");
    }

    /** 421 announces that the relay ends the connection. */
    private static boolean answered(int code) {
        return code >= 400 && code != 421;
    }

    /** Whether the failed command came before the recipient was named: then it says nothing about the message. */
    private static boolean greets(SMTPSendFailedException failure) {
        String command = String.valueOf(failure.getCommand());
        return command.startsWith("MAIL") || command.startsWith("AUTH") || command.startsWith("STARTTLS");
    }

    private static boolean permanent(int code) {
        return code >= 500 && code <= 599;
    }

    private static String reason(MessagingException failure) {
        String last = failure.toString();
        for (@Nullable Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            last = next.getMessage() == null ? next.toString() : next.getMessage();
            if (next.getNextException() != null && !(next.getNextException() instanceof MessagingException)) {
                last = last + ": " + next.getNextException();
            }
        }
        return last;
    }
}
