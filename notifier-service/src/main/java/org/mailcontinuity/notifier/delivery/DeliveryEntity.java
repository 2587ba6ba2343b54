package org.mailcontinuity.notifier.delivery;

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
import org.mailcontinuity.notifier.contact.Address;

/** A delivery's row. Made by {@link DeliveryRepository#plan}, changed by the job that sends it. */
@Entity
@Table(name = "delivery")
class DeliveryEntity {
    /** How far it has come, as the database names it. */
    enum State {
        PENDING,
        SENT,
        CONFIRMED,
        FAILED
    }

    @Id
    @Column(name = "delivery_id")
    UUID deliveryId;

    @Column(name = "subject_id")
    UUID subjectId;

    int episode;

    @Enumerated(EnumType.STRING)
    Notice notice;

    int step;

    @Column(name = "contact_id")
    UUID contactId;

    String channel;
    String address;

    @Nullable
    String credential;

    int round;
    String facts;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    Progress.@Nullable Failure failure;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "troubled_since")
    @Nullable
    Instant troubledSince;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    @Column(name = "bad_address")
    boolean badAddress;

    /** Set while it waits to be told together with others to the same address. */
    @Column(name = "held_lane")
    @Nullable
    UUID heldLane;

    /** The one message that tells it together with others. */
    @Column(name = "digest_id")
    @Nullable
    UUID digestId;

    int tries;
    int attempts;

    protected DeliveryEntity() {}

    Delivery delivery() {
        Address to = new Address(channel, address, Optional.ofNullable(credential));
        DeliveryKey key = new DeliveryKey(subjectId, episode, notice, step, contactId, to, round);
        return new Delivery(key, plannedAt, progress());
    }

    private Progress progress() {
        return switch (state) {
            case PENDING -> new Progress.Pending(Optional.ofNullable(troubledSince));
            case SENT -> new Progress.Sent(settled());
            case CONFIRMED -> new Progress.Confirmed(settled());
            case FAILED -> new Progress.Failed(settled(), known(failure));
        };
    }

    void put(Progress progress) {
        failure = null;
        settledAt = null;
        switch (progress) {
            case Progress.Pending(Optional<Instant> since) -> {
                state = State.PENDING;
                troubledSince = since.orElse(null);
            }
            case Progress.Sent(Instant at) -> settle(State.SENT, at);
            case Progress.Confirmed(Instant at) -> settle(State.CONFIRMED, at);
            case Progress.Failed(Instant at, Progress.Failure why) -> {
                settle(State.FAILED, at);
                failure = why;
            }
        }
    }

    private void settle(State end, Instant at) {
        state = end;
        settledAt = at;
    }

    private Instant settled() {
        return known(settledAt);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the row's state and its times do not agree");
        }
        return value;
    }
}
