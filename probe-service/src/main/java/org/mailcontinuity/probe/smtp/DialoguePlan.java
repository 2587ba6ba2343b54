package org.mailcontinuity.probe.smtp;

import java.util.Optional;

/**
 * What a dialogue is to do.
 *
 * @param purpose whose server it is
 * @param ehloName the name the probe gives itself
 * @param tls what to do about TLS
 * @param login with whom to log in; only for submission
 * @param reach how far to go
 * @param sender the address for MAIL; empty for the null sender
 * @param recipient the address for RCPT
 * @param content the message, its lines ended by CRLF and not yet dot-stuffed; empty unless reach is MESSAGE
 */
public record DialoguePlan(
        Purpose purpose,
        String ehloName,
        TlsUse tls,
        Optional<Login> login,
        Reach reach,
        String sender,
        String recipient,
        String content) {

    /** Whose server the dialogue is with. */
    public enum Purpose {
        /** Somebody's MX, to which the probe is a stranger: that it refuses a stranger is no fault of it. */
        DELIVERY,
        /** A mailbox's own way out: that it refuses the mailbox is a fault of it. */
        SUBMISSION
    }

    public DialoguePlan {
        oneWord("ehloName", ehloName);
        oneWord("sender", sender);
        oneWord("recipient", recipient);
        if ((reach == Reach.MESSAGE) == content.isEmpty()) {
            throw new IllegalArgumentException("content must be present exactly if reach is MESSAGE");
        }
    }

    /** Connects, reads the greeting and takes leave. */
    public static DialoguePlan greetingOnly(String ehloName) {
        return new DialoguePlan(Purpose.DELIVERY, ehloName, TlsUse.NONE, Optional.empty(), Reach.GREETING, "", "", "");
    }

    public DialoguePlan with(TlsUse other) {
        return new DialoguePlan(purpose, ehloName, other, login, reach, sender, recipient, content);
    }

    private static void oneWord(String field, String value) {
        if (value.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '<' || c == '>')) {
            throw new IllegalArgumentException(field + " must not contain spaces, controls or angle brackets");
        }
    }
}
