package org.mailcontinuity.detection.cause;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Observation;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Stage;

/**
 * What a vote against tells of its cause.
 *
 * @param deferrable true for a reply that may be greylisting
 * @param certificateEnds end of the validity of the certificate seen, if any
 */
public record Failure(
        UUID sampleId,
        Stage stage,
        Fault fault,
        boolean deferrable,
        Optional<Reply> reply,
        Optional<Instant> certificateEnds) {

    /** Of an observation that votes against. */
    public static Failure of(Observation observation) {
        return new Failure(
                observation.sampleId(),
                observation.stage(),
                observation.fault().orElse(Fault.UNKNOWN),
                observation.isDeferrable(),
                observation.reply(),
                observation.certificateEnds());
    }
}
