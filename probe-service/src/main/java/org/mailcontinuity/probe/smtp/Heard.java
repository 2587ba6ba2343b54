package org.mailcontinuity.probe.smtp;

import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;

/** What came back after a {@link Step}. */
public sealed interface Heard {
    record Replied(SmtpReply reply) implements Heard {}

    /** TLS stands. {@code defect} says what is wrong with the certificate, if anything. */
    record Secured(CertificateSeen certificate, Optional<Fault> defect) implements Heard {}

    /** There was no agreement on TLS. */
    record HandshakeFailed(String why) implements Heard {}

    /** The stage's or the whole check's time was over. */
    record TimedOut() implements Heard {}

    /** The server closed or reset the connection. */
    record Disconnected() implements Heard {}

    /** What came was not SMTP, or more than the probe takes. */
    record Malformed(String why) implements Heard {}
}
