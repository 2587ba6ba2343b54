package org.mailcontinuity.notifier.event;

import java.util.Optional;
import org.mailcontinuity.contracts.event.ChangeKind;
import org.mailcontinuity.contracts.event.ContinuityEventChanged;
import org.mailcontinuity.notifier.delivery.Notice;
import org.mailcontinuity.notifier.template.Facts;

/** Reads the published event. */
final class EventMapper {
    private EventMapper() {}

    /** What the event, as it now is, has to be told of. */
    static Optional<Notice> notice(ContinuityEventChanged event) {
        return switch (event.state()) {
            case ACTIVE ->
                Optional.of(Notice.STARTED).filter(_ -> event.notices().atStart());
            case ENDED -> Optional.of(Notice.ENDED).filter(_ -> event.notices().atEnd());
            case SCHEDULED, CANCELLED, UNKNOWN -> Optional.empty();
        };
    }

    static Facts facts(ContinuityEventChanged event) {
        return new Facts.OfEvent(
                event.alertId(),
                event.name(),
                event.description(),
                event.startedAt().orElse(event.from()),
                event.endedAt().orElse(event.until()),
                event.change().actor(),
                reason(event),
                event.notices().wording());
    }

    private static Optional<String> reason(ContinuityEventChanged event) {
        return event.change().kind() == ChangeKind.MISSED
                ? Optional.of(event.change().reason().orElse("MISSED"))
                : event.change().reason();
    }
}
