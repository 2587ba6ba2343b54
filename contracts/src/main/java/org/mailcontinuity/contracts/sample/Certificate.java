package org.mailcontinuity.contracts.sample;

import java.time.Instant;
import org.mailcontinuity.contracts.Require;

/**
 * The certificate that a server showed.
 *
 * @param subject distinguished name of its holder, at most 512 characters
 * @param issuer distinguished name of its signer, at most 512 characters
 * @param notAfter when it ends
 * @param daysLeft whole days until then, rounded down; negative once it has expired
 */
public record Certificate(String subject, String issuer, Instant notAfter, int daysLeft) {
    public Certificate {
        Require.text("certificate.subject", subject, 1, 512);
        Require.text("certificate.issuer", issuer, 1, 512);
        Require.time("certificate.notAfter", notAfter);
    }
}
