package org.mailcontinuity.probe.smtp;

/** What a dialogue does about TLS. */
public enum TlsUse {
    /** No TLS, even if the server offers it. */
    NONE,
    /** STARTTLS (RFC 3207) where it is offered; a defect of it is reported, and the dialogue goes on. */
    OPPORTUNISTIC,
    /** STARTTLS with a certificate that holds, or the dialogue ends. */
    REQUIRED,
    /** TLS from the first byte (RFC 8314) with a certificate that holds, or the dialogue ends. */
    IMPLICIT;

    /** Whether the dialogue ends where TLS or the certificate has a defect. */
    boolean insists() {
        return this == REQUIRED || this == IMPLICIT;
    }

    boolean startsInTheDialogue() {
        return this == OPPORTUNISTIC || this == REQUIRED;
    }
}
