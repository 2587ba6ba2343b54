package org.mailcontinuity.probe.smtp;

import java.util.Optional;
import org.mailcontinuity.contracts.sample.Fault;
import org.mailcontinuity.contracts.sample.Outcome;
import org.mailcontinuity.contracts.sample.Stage;

/**
 * How a dialogue ended.
 *
 * @param outcome what it means for the mail system
 * @param stage where it ended; for IMPAIRED, where the defect is
 * @param fault the cause; absent for SUCCESS
 * @param reply the reply that decided
 * @param certificate what the server showed, where TLS was reached
 * @param mayQuit whether the server still listens to a QUIT
 */
public record Ending(
        Outcome outcome,
        Stage stage,
        Optional<Fault> fault,
        Optional<SmtpReply> reply,
        Optional<CertificateSeen> certificate,
        boolean mayQuit) {

    public Ending {
        if ((outcome == Outcome.SUCCESS) == fault.isPresent()) {
            throw new IllegalArgumentException("fault must be present exactly if outcome is not SUCCESS");
        }
    }

    /** An ending before there was any dialogue. */
    public static Ending before(Outcome outcome, Stage stage, Fault fault) {
        return new Ending(outcome, stage, Optional.of(fault), Optional.empty(), Optional.empty(), false);
    }

    /** Got through, but with a defect that {@code other} had. */
    public Ending impairedBy(Ending other) {
        return new Ending(
                Outcome.IMPAIRED,
                other.stage,
                other.fault,
                other.reply,
                certificate.or(() -> other.certificate),
                mayQuit);
    }
}
