-- Who is told. The contact is the message of continuity.contacts.
create table contact (
    id         uuid primary key,
    revision   bigint      not null,
    name       text        not null,
    contact    jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index contact_newest on contact (created_at desc, id desc);

create table contact_group (
    id          uuid primary key,
    revision    bigint      not null,
    name        text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create index contact_group_newest on contact_group (created_at desc, id desc);

create table contact_group_member (
    group_id   uuid not null references contact_group (id) on delete cascade,
    position   int  not null,
    contact_id uuid not null references contact (id),
    primary key (group_id, position)
);

create index contact_group_member_contact on contact_group_member (contact_id);

-- How an alert climbs from one to the next.
create table notification_policy (
    id              uuid primary key,
    revision        bigint      not null,
    name            text        not null,
    steps           jsonb       not null,
    repeat_interval text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);

create index notification_policy_newest on notification_policy (created_at desc, id desc);

-- Whom the steps name, so that nobody is deleted whom a policy counts on.
create table notification_policy_contact (
    policy_id  uuid not null references notification_policy (id) on delete cascade,
    contact_id uuid not null references contact (id),
    primary key (policy_id, contact_id)
);

create index notification_policy_contact_contact on notification_policy_contact (contact_id);

create table notification_policy_group (
    policy_id uuid not null references notification_policy (id) on delete cascade,
    group_id  uuid not null references contact_group (id),
    primary key (policy_id, group_id)
);

create index notification_policy_group_group on notification_policy_group (group_id);

alter table monitor add foreign key (policy_id) references notification_policy (id);

-- Whom a continuity event covers: addresses, or whole domains as @domain.
create table user_group (
    id           uuid primary key,
    revision     bigint      not null,
    name         text        not null,
    description  text,
    member_count int         not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

create index user_group_newest on user_group (created_at desc, id desc);

create table user_group_member (
    group_id uuid not null references user_group (id) on delete cascade,
    member   text not null,
    primary key (group_id, member)
);

create index user_group_member_member on user_group_member (member);
