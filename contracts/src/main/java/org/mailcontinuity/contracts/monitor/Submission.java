package org.mailcontinuity.contracts.monitor;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailcontinuity.contracts.Require;

/**
 * The organisation's own way out.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param security how it is protected (default {@link SubmissionSecurity#STARTTLS})
 * @param credential names the folder of the probe that holds user name and password; absent = no AUTH. The secret
 *     itself never travels
 */
public record Submission(String host, int port, SubmissionSecurity security, Optional<String> credential) {
    private static final Pattern CREDENTIAL = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");

    public Submission {
        Require.text("outbound.submission.host", host, 1, 255);
        Require.range("outbound.submission.port", port, 1, 65535);
        security = Require.orElse(security, SubmissionSecurity.STARTTLS);
        credential.ifPresent(name -> Require.matching(
                "outbound.submission.credential",
                name,
                CREDENTIAL,
                "must have 1 to 100 characters of a-z, 0-9, '-' and '.', and begin and end with a letter or digit"));
    }
}
