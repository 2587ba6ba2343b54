-- Messages and announcements written with the state they tell of. The relay publishes them in the order of position
-- for each key; a row is unsent while sent_at is null, however late its transaction committed.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    topic       text,
    key         text        not null,
    type        text,
    value       bytea,
    stream_type text,
    stream_body text,
    written_at  timestamptz not null,
    sent_at     timestamptz
);

create index outbox_unsent on outbox (position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- What the stream of the API tells: numbered without gaps, by the relay alone.
create table stream_entry (
    id         bigint primary key,
    type       text        not null,
    subject    text        not null,
    body       text        not null,
    written_at timestamptz not null
);

create index stream_entry_age on stream_entry (written_at);

-- Messages that were handled, written with their effect.
create table inbox (
    consumer   text        not null,
    source     text        not null,
    id         text        not null,
    handled_at timestamptz not null,
    primary key (consumer, source, id)
);

create index inbox_age on inbox (handled_at);
