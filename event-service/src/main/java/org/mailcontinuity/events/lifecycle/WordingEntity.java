package org.mailcontinuity.events.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.event.NoticeWording;

/** What an event's notices say in one language. */
@Embeddable
class WordingEntity {
    private String language;

    @Column(name = "start_text")
    private @Nullable String start;

    @Column(name = "end_text")
    private @Nullable String end;

    protected WordingEntity() {}

    static WordingEntity of(NoticeWording wording) {
        WordingEntity row = new WordingEntity();
        row.language = wording.language();
        row.start = wording.start().orElse(null);
        row.end = wording.end().orElse(null);
        return row;
    }

    NoticeWording toWording() {
        return new NoticeWording(language, Optional.ofNullable(start), Optional.ofNullable(end));
    }
}
