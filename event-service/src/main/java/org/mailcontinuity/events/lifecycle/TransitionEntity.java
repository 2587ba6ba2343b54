package org.mailcontinuity.events.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.mailcontinuity.events.audit.Actor;

/** One change of an event. Rows are never changed. */
@Entity
@Immutable
@Table(name = "event_transition")
@IdClass(TransitionEntity.Key.class)
class TransitionEntity {
    @Id
    @Column(name = "event_id")
    private UUID eventId;

    @Id
    private long revision;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Change change;

    @Column(name = "from_state")
    private String fromState;

    @Column(name = "to_state")
    private String toState;

    @Column(name = "until_at")
    private Instant until;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private Actor.Kind actorKind;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "actor_address")
    private String actorAddress;

    private String reason;

    protected TransitionEntity() {}

    static TransitionEntity of(EventTransition transition) {
        TransitionEntity row = new TransitionEntity();
        row.eventId = transition.event().id();
        row.revision = transition.event().revision();
        row.at = transition.at();
        row.change = transition.change();
        row.fromState = transition.before().map(ContinuityEvent::stateName).orElse(null);
        row.toState = transition.event().stateName();
        row.until = transition.event().life().span().until();
        row.actorKind = transition.actor().kind();
        row.actorName = transition.actor().name();
        row.actorAddress = transition.actor().address();
        row.reason = transition.reason().orElse(null);
        return row;
    }

    TransitionView toView() {
        return new TransitionView(
                revision,
                at,
                change,
                Optional.ofNullable(fromState),
                toState,
                until,
                new Actor(actorKind, actorName, actorAddress),
                Optional.ofNullable(reason));
    }

    /** A change is known by its event and the revision it led to. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID eventId;
        private long revision;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.revision == revision && key.eventId.equals(eventId);
        }

        @Override
        public int hashCode() {
            return eventId.hashCode() + Long.hashCode(revision);
        }
    }
}
