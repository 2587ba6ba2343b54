package org.mailcontinuity.notifier.event;

import java.util.Locale;
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

    /** @param forUsers whether it is told to those whom the event covers: they get no page to act on */
    static Facts facts(ContinuityEventChanged event, Notice notice, String language, boolean forUsers) {
        return new Facts.OfEvent(
                event.alertId().filter(_ -> !forUsers),
                event.name(),
                event.description(),
                event.startedAt().orElse(event.from()),
                event.endedAt().orElse(event.until()),
                event.change().actor(),
                reason(event),
                wording(event, notice, language),
                forUsers);
    }

    /** The operator's sentence in the reader's language, else the one for all. */
    private static Optional<String> wording(ContinuityEventChanged event, Notice notice, String language) {
        return event.notices().wordings().stream()
                .filter(wording ->
                        Locale.forLanguageTag(wording.language()).getLanguage().equals(language))
                .findFirst()
                .flatMap(wording -> notice == Notice.STARTED ? wording.start() : wording.end())
                .or(() -> event.notices().wording());
    }

    private static Optional<String> reason(ContinuityEventChanged event) {
        return event.change().kind() == ChangeKind.MISSED
                ? Optional.of(event.change().reason().orElse("MISSED"))
                : event.change().reason();
    }
}
