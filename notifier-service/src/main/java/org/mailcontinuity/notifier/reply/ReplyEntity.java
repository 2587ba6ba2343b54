package org.mailcontinuity.notifier.reply;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailcontinuity.contracts.reply.ReplyHandled;
import org.mailcontinuity.contracts.reply.ReplyOutcome;

/** A text's row. */
@Entity
@Table(name = "reply")
class ReplyEntity {
    /** What was made of the text. */
    enum Verdict {
        /** Its command was passed on. */
        TAKEN,
        /** No alert was told to that phone: no answer, so that nobody can have us write to strangers. */
        UNKNOWN_SENDER,
        /** Too many texts in an hour. */
        LIMITED,
        NOT_UNDERSTOOD,
        WRONG_CODE
    }

    @Id
    @Column(name = "reply_id")
    UUID replyId;

    String provider;
    String number;
    String words;

    @Column(name = "heard_at")
    Instant heardAt;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    @Column(name = "alert_id")
    @Nullable
    UUID alertId;

    @Column(name = "contact_id")
    @Nullable
    UUID contactId;

    @Enumerated(EnumType.STRING)
    @Nullable
    ReplyOutcome outcome;

    @Nullable
    Instant until;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;

    @Column(name = "answered_at")
    @Nullable
    Instant answeredAt;

    int tries;

    protected ReplyEntity() {}

    ReplyEntity(UUID replyId, String provider, String number, String words, Instant heardAt, Verdict verdict) {
        this.replyId = replyId;
        this.provider = provider;
        this.number = number;
        this.words = words;
        this.heardAt = heardAt;
        this.verdict = verdict;
    }

    void handled(ReplyHandled handled) {
        outcome = handled.outcome();
        until = handled.until().orElse(null);
        doneAt = handled.at();
    }

    /** The word of the answer: what came of the command, else what was made of the text. */
    Optional<String> answer() {
        return switch (verdict) {
            case TAKEN -> Optional.ofNullable(outcome).map(Enum::name);
            case UNKNOWN_SENDER -> Optional.empty();
            case LIMITED, NOT_UNDERSTOOD, WRONG_CODE -> Optional.of(verdict.name());
        };
    }
}
