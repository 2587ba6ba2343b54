package org.mailcontinuity.detection.cause;

import java.time.Instant;
import java.util.Optional;
import org.mailcontinuity.detection.observation.Fault;
import org.mailcontinuity.detection.observation.Reply;
import org.mailcontinuity.detection.observation.Stage;
import org.mailcontinuity.detection.vantage.RouteKey;

/**
 * How often one fault was seen at one stage of one route.
 *
 * @param reply the latest reply that came with it
 * @param certificateEnds of the latest certificate that came with it
 */
public record CauseCount(
        Stage stage, Fault fault, RouteKey key, int count, Optional<Reply> reply, Optional<Instant> certificateEnds) {

    static CauseCount first(Failure failure, RouteKey key) {
        return new CauseCount(failure.stage(), failure.fault(), key, 1, failure.reply(), failure.certificateEnds());
    }

    boolean matches(CauseCount other) {
        return stage == other.stage && fault == other.fault && key.equals(other.key);
    }

    CauseCount plus(CauseCount one) {
        return new CauseCount(
                stage,
                fault,
                key,
                count + one.count,
                one.reply.or(() -> reply),
                one.certificateEnds.or(() -> certificateEnds));
    }

    CauseCount halved() {
        return new CauseCount(stage, fault, key, count / 2, reply, certificateEnds);
    }
}
