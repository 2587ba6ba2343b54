package org.mailcontinuity.events.portal;

import java.util.Locale;
import org.mailcontinuity.contracts.disruption.Severity;
import org.mailcontinuity.contracts.sample.Direction;
import org.mailcontinuity.contracts.sample.Stage;

/** What an alert says in plain words, by its direction and severity. */
public final class Wording {
    private Wording() {}

    /** What does not work, in one line. */
    public static String headline(Direction direction, Severity severity, String domain) {
        String mail = subject(direction, domain);
        return switch (severity) {
            case DOWN ->
                switch (direction) {
                    case INBOUND -> mail + " does not arrive";
                    case OUTBOUND -> mail + " does not get out";
                    case ACCESS -> mail + " cannot be reached";
                    case UNKNOWN -> mail + " does not flow";
                };
            case DEGRADED ->
                switch (direction) {
                    case INBOUND -> mail + " arrives with trouble";
                    case OUTBOUND -> mail + " gets out with trouble";
                    case ACCESS -> mail + " can hardly be reached";
                    case UNKNOWN -> mail + " flows with trouble";
                };
            case BLIND, UNKNOWN -> mail + " is out of sight";
        };
    }

    /** Mail of a domain in one direction: {@code Mail to example.org}. */
    public static String way(Direction direction, String domain) {
        return subject(direction, domain);
    }

    /** That it works again, in one line. */
    public static String again(Direction direction, String domain) {
        String mail = subject(direction, domain);
        return switch (direction) {
            case INBOUND -> mail + " arrives again";
            case OUTBOUND -> mail + " gets out again";
            case ACCESS -> mail + " can be reached again";
            case UNKNOWN -> mail + " flows again";
        };
    }

    /** What it means for people. */
    public static String meaning(Direction direction, Severity severity) {
        return switch (severity) {
            case DOWN ->
                switch (direction) {
                    case INBOUND ->
                        "Messages from outside wait at the senders' servers, usually for some days, or come back to them."
                                + " People inside may not notice.";
                    case OUTBOUND -> "Messages that people send wait or come back to them; nobody outside gets them.";
                    case ACCESS -> "Mail may flow, but nobody can read or write it.";
                    case UNKNOWN -> "Mail does not flow.";
                };
            case DEGRADED ->
                direction == Direction.INBOUND
                        ? "Mail still gets through by another route, or late. If that fails too, nothing arrives."
                        : "Mail still gets through, but not as it should.";
            case BLIND, UNKNOWN ->
                "The probes do not report or cannot look. The mail system may well be healthy, but an outage would now go"
                        + " unseen.";
        };
    }

    /** A severity in a word. */
    public static String word(Severity severity) {
        return switch (severity) {
            case DOWN -> "Down";
            case DEGRADED -> "Degraded";
            case BLIND, UNKNOWN -> "No sight";
        };
    }

    /** The colour and shape of a severity. */
    public static String tone(Severity severity) {
        return switch (severity) {
            case DOWN -> "down";
            case DEGRADED -> "degraded";
            case BLIND, UNKNOWN -> "blind";
        };
    }

    /** Where a message stops, in words. */
    static String place(Stage stage) {
        return switch (stage) {
            case DNS -> "the DNS lookup";
            case CONNECT -> "the connection";
            case GREETING -> "the server's greeting";
            case EHLO -> "the introduction (EHLO)";
            case STARTTLS -> "the switch to TLS (STARTTLS)";
            case TLS -> "the TLS connection";
            case AUTH -> "the sign-in (AUTH)";
            case MAIL -> "the sender (MAIL FROM)";
            case RCPT -> "the recipient (RCPT TO)";
            case DATA -> "the message itself (DATA)";
            case ACCEPTED -> "after the message was accepted";
            case ARRIVAL -> "the arrival at the other side";
            case RETRIEVAL -> "the fetching from the mailbox";
            case UNKNOWN -> "an unknown stage";
        };
    }

    /** A word of a list as a person would write it: {@code CONNECT_REFUSED} is {@code connect refused}. */
    public static String plain(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String subject(Direction direction, String domain) {
        return switch (direction) {
            case INBOUND -> "Mail to " + domain;
            case OUTBOUND -> "Mail from " + domain;
            case ACCESS -> "The mailboxes of " + domain;
            case UNKNOWN -> "Mail of " + domain;
        };
    }
}
