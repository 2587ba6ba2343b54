-- How many messages went to one address of one person in the present window.
create table allowance (
    lane         uuid primary key,
    window_start timestamptz not null,
    sent         integer     not null
);

-- A delivery over the limit is held until it is told together with others, in one message.
alter table delivery add column held_lane uuid;
alter table delivery add column digest_id uuid;
create index delivery_held on delivery (held_lane) where held_lane is not null and state = 'PENDING';
