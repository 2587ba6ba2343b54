-- By which code a contact names an alert in an SMS.
create table reply_code (
    alert_id   uuid        not null,
    contact_id uuid        not null,
    number     text        not null,
    code       text        not null,
    shown_at   timestamptz not null,
    primary key (alert_id, contact_id)
);

create index reply_code_number on reply_code (number, code);
create index reply_code_age on reply_code (shown_at);

-- What people wrote to us by SMS, what was made of it, and what they were answered.
create table reply (
    reply_id    uuid primary key,
    provider    text        not null,
    number      text        not null,
    words       text        not null,
    heard_at    timestamptz not null,
    verdict     text        not null check (verdict in ('TAKEN', 'UNKNOWN_SENDER', 'LIMITED', 'NOT_UNDERSTOOD', 'WRONG_CODE')),
    alert_id    uuid,
    contact_id  uuid,
    outcome     text,
    until       timestamptz,
    done_at     timestamptz,
    answered_at timestamptz,
    tries       integer     not null default 0
);

create index reply_number on reply (number, heard_at);
create index reply_age on reply (heard_at);
