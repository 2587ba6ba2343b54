-- What the detector found. The disruption is as the latest message told it; a person may close it before it clears.
create table disruption (
    id           uuid primary key,
    monitor_id   uuid        not null,
    monitor_name text        not null,
    domain       text        not null,
    direction    text        not null,
    severity     text        not null,
    state        text        not null,
    revision     bigint      not null,
    disruption   jsonb       not null,
    opened_at    timestamptz not null,
    detected_at  timestamptz not null,
    changed_at   timestamptz not null,
    cleared_at   timestamptz,
    clear_reason text,
    closed_by    text,
    close_reason text
);

create index disruption_newest on disruption (opened_at desc, id desc);
create index disruption_of_monitor on disruption (monitor_id, opened_at desc);
create index disruption_open on disruption (monitor_id) where state = 'OPEN';

-- What happened to a disruption and what was done about it, in words that a list can be drawn from.
create table timeline_entry (
    id            uuid primary key,
    disruption_id uuid        not null,
    at            timestamptz not null,
    kind          text        not null,
    actor         text,
    detail        text
);

create index timeline_entry_order on timeline_entry (disruption_id, at, id);

-- One alert for each disruption. The alert is the message of continuity.alerts.
create table alert (
    id              uuid primary key,
    disruption_id   uuid        not null unique,
    monitor_id      uuid        not null,
    revision        bigint      not null,
    state           text        not null,
    severity        text        not null,
    worst           text        not null,
    suspended_until timestamptz,
    alert           jsonb       not null,
    since           timestamptz not null
);

create index alert_newest on alert (since desc, id desc);
create index alert_suspended on alert (suspended_until) where state = 'SUSPENDED';

-- Attempts to tell people, as the notifier reported them.
create table notification_attempt (
    delivery_id uuid        not null,
    attempt     int         not null,
    outcome     text        not null,
    id          uuid        not null unique,
    alert_id    uuid,
    event_id    uuid,
    contact_id  uuid        not null,
    channel     text        not null,
    at          timestamptz not null,
    message     jsonb       not null,
    primary key (delivery_id, attempt, outcome)
);

create index notification_attempt_newest on notification_attempt (at desc, id desc);
create index notification_attempt_alert on notification_attempt (alert_id, at);

-- Probe workers as they last told of themselves.
create table vantage (
    vantage text        not null,
    worker  text        not null,
    status  jsonb       not null,
    at      timestamptz not null,
    primary key (vantage, worker)
);
