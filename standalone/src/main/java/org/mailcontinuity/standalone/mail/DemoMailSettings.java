package org.mailcontinuity.standalone.mail;

import java.io.IOException;
import org.mailcontinuity.standalone.installation.Installation;
import org.mailcontinuity.standalone.installation.PrivateFiles;
import org.mailcontinuity.standalone.secret.Secrets;
import org.mailcontinuity.testbed.tls.Pem;
import org.mailcontinuity.testbed.tls.ServerCertificate;
import org.mailcontinuity.testbed.tls.TestCertificates;

/**
 * What the demo mail system and those who talk to it have to agree on.
 *
 * @param good the certificate it shows when all is well
 * @param expired the certificate it shows when told to
 * @param submissionPassword of the account {@link #SUBMISSION_USER}
 * @param relayPassword of the account {@link #RELAY_USER}
 */
public record DemoMailSettings(
        ServerCertificate good, ServerCertificate expired, String submissionPassword, String relayPassword) {
    public static final String DOMAIN = "example.test";
    public static final String ALERT_DOMAIN = "alerts.test";
    public static final String ALERT_MAILBOX = "admin@" + ALERT_DOMAIN;
    /** Names the credential that the probe submits with. */
    public static final String SUBMISSION_CREDENTIAL = "example-submission";
    /** Names the credential that the notifier hands its mail to the alert relay with. */
    public static final String RELAY_CREDENTIAL = "alert-relay";

    static final String SUBMISSION_USER = "probe@" + DOMAIN;
    static final String RELAY_USER = "continuity@" + ALERT_DOMAIN;

    private static final String[] NAMES = {
        "mx1." + DOMAIN,
        "mx2." + DOMAIN,
        "mail." + DOMAIN,
        "mx1.elsewhere.test",
        "mx2.elsewhere.test",
        "localhost",
        "127.0.0.1"
    };

    /** Makes certificates anew and accounts when they are missing; before any process starts. */
    public static void prepare(Installation installation, Secrets secrets) throws IOException {
        PrivateFiles.createFolder(installation.mail());
        TestCertificates certificates = TestCertificates.create();
        PrivateFiles.write(installation.mailAuthority(), Pem.certificate(certificates.authority()));
        certificates.good(NAMES).store(installation.mail().resolve("good.p12"));
        certificates.expired(NAMES).store(installation.mail().resolve("expired.p12"));
        secrets.ensureCredential(SUBMISSION_CREDENTIAL, SUBMISSION_USER);
        secrets.ensureCredential(RELAY_CREDENTIAL, RELAY_USER);
    }

    /** Reads what {@link #prepare} has made. */
    static DemoMailSettings read(Installation installation) throws IOException {
        Secrets secrets = Secrets.prepare(installation);
        return new DemoMailSettings(
                ServerCertificate.load(installation.mail().resolve("good.p12")),
                ServerCertificate.load(installation.mail().resolve("expired.p12")),
                secrets.credential(SUBMISSION_CREDENTIAL, "password"),
                secrets.credential(RELAY_CREDENTIAL, "password"));
    }
}
