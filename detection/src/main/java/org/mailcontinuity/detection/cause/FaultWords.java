package org.mailcontinuity.detection.cause;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.mailcontinuity.detection.observation.Route;
import org.mailcontinuity.detection.observation.Stage;

/** Says a fault in the words of an administrator: who does what. Text sent by the other side never gets in. */
final class FaultWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private FaultWords() {}

    /** The clause for a cause, such as {@code mx1.example.com refuses connections}. */
    static String clause(CauseCount cause, Optional<Route> route, String domain) {
        String host = route.map(FaultWords::host).orElse(domain);
        return switch (cause.fault()) {
            case DNS_NXDOMAIN -> "DNS does not know " + domain + " (NXDOMAIN)";
            case DNS_SERVFAIL -> "the DNS servers of " + domain + " answer with an error (SERVFAIL)";
            case DNS_TIMEOUT -> "the DNS servers of " + domain + " do not answer";
            case NULL_MX -> "the DNS of " + domain + " says that it takes no mail (null MX)";
            case CONNECT_REFUSED -> host + " refuses connections";
            case CONNECT_TIMEOUT -> host + " does not answer connections";
            case GREETING_TIMEOUT -> host + " accepts connections but sends no greeting";
            case REPLY_TIMEOUT -> host + " falls silent" + at(cause.stage());
            case TLS_EXPIRED -> host + "'s certificate expired" + expiry(cause.certificateEnds());
            case TLS_UNTRUSTED -> host + "'s certificate is not trusted";
            case TLS_NAME_MISMATCH -> host + "'s certificate is for another name";
            case TLS_UNAVAILABLE -> host + " offers no usable TLS";
            case AUTH_FAILED -> host + " refuses the test account's login" + reply(cause);
            case TEMPFAIL -> host + " puts mail off" + at(cause.stage()) + reply(cause);
            case REJECTED -> host + " rejects mail" + at(cause.stage()) + reply(cause);
            case MAILBOX_FULL -> "the test mailbox at " + host + " is full" + reply(cause);
            case DISCONNECTED -> host + " drops the connection" + at(cause.stage());
            case PROTOCOL_ERROR -> host + " breaks the mail protocol" + at(cause.stage());
            case NOT_ARRIVED -> host + " accepts test messages but they do not arrive";
            case LATE -> "test messages through " + host + " arrive late";
            case IN_SPAM -> "test messages through " + host + " land in the spam folder";
            case AUTHENTICATION_BROKEN -> "messages of " + domain + " fail SPF, DKIM or DMARC on arrival";
            case SELF_CHECK_FAILED -> "the vantage's own network check fails";
            case EGRESS_BLOCKED -> "the vantage is not let out to mail ports";
            case REFUSED_AS_SENDER -> host + " refuses the vantage as a sender";
            case BLOCKLISTED -> "the vantage's address is on a block list";
            case WORKER_STOPPED -> "the vantage's worker was stopped";
            case UNKNOWN -> "checks of " + host + " fail" + at(cause.stage()) + reply(cause);
        };
    }

    private static String host(Route route) {
        return switch (route.port()) {
            case 25, 465, 587, 143, 993, 443 -> route.host();
            default -> route.host() + ":" + route.port();
        };
    }

    private static String at(Stage stage) {
        return switch (stage) {
            case DNS -> " at the DNS look-up";
            case CONNECT -> " while connecting";
            case GREETING -> " at the greeting";
            case EHLO -> " at EHLO";
            case STARTTLS -> " at STARTTLS";
            case TLS -> " in the TLS handshake";
            case AUTH -> " at login";
            case MAIL -> " at MAIL FROM";
            case RCPT -> " at RCPT TO";
            case DATA -> " at DATA";
            case ACCEPTED -> " after accepting it";
            case ARRIVAL -> " on its way to arrival";
            case RETRIEVAL -> " when it is fetched";
            case UNKNOWN -> "";
        };
    }

    private static String reply(CauseCount cause) {
        return cause.reply()
                .filter(reply -> reply.code() > 0)
                .map(reply -> " with " + reply)
                .orElse("");
    }

    private static String expiry(Optional<Instant> ends) {
        return ends.map(end -> " on " + TIME.format(end)).orElse("");
    }
}
