package org.mailcontinuity.probe.smtp;

import java.time.Instant;

/** The certificate that a server showed. */
public record CertificateSeen(String subject, String issuer, Instant notAfter) {}
