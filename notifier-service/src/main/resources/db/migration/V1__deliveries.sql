-- Alerts, contacts and events as their topics last told them. The message is kept as it came.
create table alert (
    alert_id        uuid primary key,
    revision        bigint      not null,
    episode         integer     not null,
    episode_seen_at timestamptz not null,
    message         bytea       not null
);

create table contact (
    contact_id uuid primary key,
    revision   bigint not null,
    message    bytea  not null
);

create table event (
    event_id uuid primary key,
    revision bigint not null,
    message  bytea  not null
);

-- What is told to whom, once. The id is derived from subject, episode, notice, step, contact, channel, address and round.
create table delivery (
    delivery_id    uuid primary key,
    subject_id     uuid        not null,
    episode        integer     not null,
    notice         text        not null,
    step           integer     not null,
    contact_id     uuid        not null,
    channel        text        not null,
    address        text        not null,
    credential     text,
    round          integer     not null,
    facts          text        not null,
    state          text        not null check (state in ('PENDING', 'SENT', 'CONFIRMED', 'FAILED')),
    failure        text check ((failure is not null) = (state = 'FAILED')),
    planned_at     timestamptz not null,
    troubled_since timestamptz,
    settled_at     timestamptz check ((settled_at is null) = (state = 'PENDING')),
    tries          integer     not null default 0,
    attempts       integer     not null default 0
);

create index delivery_subject on delivery (subject_id);
create index delivery_pending on delivery (planned_at) where state = 'PENDING';

create table attempt (
    delivery_id uuid        not null references delivery on delete cascade,
    number      integer     not null,
    via         text        not null,
    answer      text        not null check (answer in ('ACCEPTED', 'PUT_OFF', 'REFUSED')),
    reply       text        not null,
    at          timestamptz not null,
    took_ms     bigint      not null,
    primary key (delivery_id, number)
);

-- Messages to publish, written with the state they tell of.
create table outbox (
    position   bigint generated always as identity primary key,
    id         uuid        not null unique,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    value      bytea       not null,
    written_at timestamptz not null,
    sent_at    timestamptz
);

create index outbox_unsent on outbox (position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- Messages that were handled, written with their effect.
create table inbox (
    consumer   text        not null,
    source     text        not null,
    id         text        not null,
    handled_at timestamptz not null,
    primary key (consumer, source, id)
);

create index inbox_age on inbox (handled_at);
