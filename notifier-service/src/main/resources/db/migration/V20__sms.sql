-- The segments that SMS providers took, so that a message sent again goes on where it stopped, and receipts find it.
create table sms_submission (
    message_id uuid        not null,
    provider   text        not null,
    segment    integer     not null,
    segments   integer     not null,
    number     text        not null,
    carrier_id text        not null,
    taken_at   timestamptz not null,
    fate       text check (fate in ('ARRIVED', 'LOST')),
    primary key (message_id, provider, segment, carrier_id)
);

create index sms_submission_carrier_id on sms_submission (provider, carrier_id);
create index sms_submission_age on sms_submission (taken_at);

-- What providers told of segments. Kept, so that the provider may forget it; brought to its segment by a job.
create table sms_report (
    report_id  uuid primary key,
    provider   text        not null,
    carrier_id text        not null,
    number     text,
    fate       text        not null check (fate in ('ARRIVED', 'LOST')),
    words      text        not null,
    heard_at   timestamptz not null
);

create index sms_report_age on sms_report (heard_at);
