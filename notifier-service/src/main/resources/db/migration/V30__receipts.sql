-- Under which name a carrier will tell later what became of a message, and what it then told.
alter table attempt add column reference text;
create index attempt_reference on attempt (reference) where reference is not null;

create table receipt (
    receipt_id uuid primary key,
    channel    text        not null,
    via        text        not null,
    reference  text        not null,
    verdict    text        not null check (verdict in ('ARRIVED', 'LOST', 'BAD_ADDRESS')),
    words      text        not null,
    at         timestamptz not null
);

create index receipt_age on receipt (at);

-- Whether the address itself is at fault, so that the console can say so.
alter table delivery add column bad_address boolean not null default false;
