create table continuity_event (
    id                     uuid primary key,
    revision               bigint      not null,
    state                  text        not null check (state in ('SCHEDULED', 'ACTIVE', 'ENDED', 'CANCELLED')),
    name                   text        not null,
    description            text,
    notes                  text,
    group_ids              uuid[]      not null,
    from_at                timestamptz not null,
    until_at               timestamptz not null,
    time_zone              text        not null,
    alert_id               uuid,
    disruption_id          uuid,
    extend_while_disrupted boolean     not null,
    notify_at_start        boolean     not null,
    notify_at_end          boolean     not null,
    notice_contact_ids     uuid[]      not null,
    notice_wording         text,
    started_at             timestamptz,
    started_by             text,
    ended_at               timestamptz,
    end_cause              text,
    end_reason             text,
    created_at             timestamptz not null,
    created_by             text        not null
);

-- At most one event that is scheduled or active answers an alert.
create unique index continuity_event_one_for_alert on continuity_event (alert_id)
    where state in ('SCHEDULED', 'ACTIVE');
create index continuity_event_newest on continuity_event (created_at desc, id desc);
create index continuity_event_to_start on continuity_event (from_at) where state = 'SCHEDULED';
create index continuity_event_to_end on continuity_event (until_at) where state = 'ACTIVE';

create table event_transition (
    event_id      uuid        not null references continuity_event,
    revision      bigint      not null,
    at            timestamptz not null,
    change        text        not null,
    from_state    text,
    to_state      text        not null,
    until_at      timestamptz not null,
    actor_kind    text        not null,
    actor_name    text        not null,
    actor_address text        not null,
    reason        text,
    primary key (event_id, revision)
);

-- One row for each scope that ever was in continuity mode: it is locked while its events change, and keeps the revision.
create table mode (
    scope    text primary key,
    revision bigint not null,
    since    timestamptz
);

create table mode_event (
    scope    text        not null references mode,
    event_id uuid        not null,
    until_at timestamptz not null,
    primary key (scope, event_id)
);
