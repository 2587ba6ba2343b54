-- The members of user groups, by the parts in which they come.
create table audience_member (
    group_id    uuid    not null,
    chunk       integer not null,
    member_id   uuid    not null,
    address     text    not null,
    name        text,
    phone       text,
    other_email text,
    language    text,
    primary key (group_id, chunk, member_id)
);

create index audience_member_id on audience_member (member_id);

create table audience_chunk (
    group_id uuid    not null,
    chunk    integer not null,
    revision bigint  not null,
    primary key (group_id, chunk)
);
