package org.mailcontinuity.events.lifecycle;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.mailcontinuity.contracts.event.NoticeWording;

/** An event's row: its plan and its life, side by side. */
@Entity
@Table(name = "continuity_event")
class EventEntity {
    @Id
    private UUID id;

    private long revision;
    private String state;
    private String name;
    private String description;
    private String notes;

    @Column(name = "group_ids")
    private List<UUID> groupIds;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "until_at")
    private Instant until;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "alert_id")
    private UUID alertId;

    @Column(name = "disruption_id")
    private UUID disruptionId;

    @Column(name = "extend_while_disrupted")
    private boolean extendWhileDisrupted;

    @Column(name = "notify_at_start")
    private boolean notifyAtStart;

    @Column(name = "notify_at_end")
    private boolean notifyAtEnd;

    @Column(name = "notice_contact_ids")
    private List<UUID> noticeContactIds;

    @Column(name = "notice_contact_group_ids")
    private List<UUID> noticeContactGroupIds;

    @Column(name = "notify_users")
    private boolean notifyUsers;

    @Column(name = "notify_by_sms")
    private boolean notifyBySms;

    @Column(name = "notice_wording")
    private String noticeWording;

    @ElementCollection
    @CollectionTable(name = "continuity_event_wording", joinColumns = @JoinColumn(name = "event_id"))
    @OrderBy("language")
    @Fetch(FetchMode.SUBSELECT)
    private List<WordingEntity> noticeWordings = new ArrayList<>();

    @Column(name = "started_at")
    private Instant startedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "started_by")
    private Initiator startedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_cause")
    private EndCause endCause;

    @Column(name = "end_reason")
    private String endReason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    protected EventEntity() {}

    static EventEntity of(ContinuityEvent event) {
        EventEntity row = new EventEntity();
        row.id = event.id();
        row.createdAt = event.createdAt();
        row.createdBy = event.createdBy();
        row.become(event);
        return row;
    }

    /** Takes over everything of {@code event} that can change. */
    void become(ContinuityEvent event) {
        revision = event.revision();
        state = event.stateName();
        from = event.life().span().from();
        until = event.life().span().until();
        become(event.plan());
        become(event.life());
    }

    ContinuityEvent toEvent() {
        return new ContinuityEvent(id, revision, plan(), life(), createdAt, createdBy);
    }

    private void become(EventPlan plan) {
        name = plan.name();
        description = plan.description().orElse(null);
        notes = plan.notes().orElse(null);
        groupIds = plan.scope().groupIds();
        timeZone = plan.timeZone().getId();
        alertId = plan.alertId().orElse(null);
        disruptionId = plan.disruptionId().orElse(null);
        extendWhileDisrupted = plan.extendWhileDisrupted();
        become(plan.notices());
    }

    private void become(EventNotices notices) {
        notifyAtStart = notices.atStart();
        notifyAtEnd = notices.atEnd();
        noticeContactIds = notices.contactIds();
        noticeContactGroupIds = notices.contactGroupIds();
        notifyUsers = notices.users();
        notifyBySms = notices.sms();
        noticeWording = notices.wording().orElse(null);
        if (!notices.wordings().equals(wordings())) {
            noticeWordings.clear();
            notices.wordings().forEach(wording -> noticeWordings.add(WordingEntity.of(wording)));
        }
    }

    private List<NoticeWording> wordings() {
        return noticeWordings.stream().map(WordingEntity::toWording).toList();
    }

    private void become(Life life) {
        switch (life) {
            case Life.Scheduled scheduled -> {}
            case Life.Active active -> {
                startedAt = active.startedAt();
                startedBy = active.startedBy();
            }
            case Life.Ended ended -> {
                endedAt = ended.endedAt();
                endCause = ended.cause();
                endReason = ended.reason().orElse(null);
            }
            case Life.Cancelled cancelled -> {
                endedAt = cancelled.cancelledAt();
                endReason = cancelled.reason().orElse(null);
            }
        }
    }

    private EventPlan plan() {
        return new EventPlan(
                name,
                Optional.ofNullable(description),
                Optional.ofNullable(notes),
                EventScope.of(groupIds),
                ZoneId.of(timeZone),
                Optional.ofNullable(alertId),
                Optional.ofNullable(disruptionId),
                extendWhileDisrupted,
                new EventNotices(
                        notifyAtStart,
                        notifyAtEnd,
                        noticeContactIds,
                        noticeContactGroupIds,
                        notifyUsers,
                        notifyBySms,
                        Optional.ofNullable(noticeWording),
                        wordings()));
    }

    private Life life() {
        Span span = new Span(from, until);
        return switch (state) {
            case "SCHEDULED" -> new Life.Scheduled(span);
            case "ACTIVE" -> new Life.Active(span, startedAt, startedBy);
            case "ENDED" ->
                new Life.Ended(
                        span,
                        Optional.ofNullable(startedAt).map(at -> new Life.Started(at, startedBy)),
                        endedAt,
                        endCause,
                        Optional.ofNullable(endReason));
            case "CANCELLED" -> new Life.Cancelled(span, endedAt, Optional.ofNullable(endReason));
            default -> throw new IllegalStateException("state " + state);
        };
    }
}
