-- What is watched. The definition is the message of continuity.monitors; the columns beside it are what lists filter by.
create table monitor (
    id         uuid primary key,
    revision   bigint      not null,
    name       text        not null,
    domain     text        not null,
    enabled    boolean     not null,
    policy_id  uuid,
    definition jsonb       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index monitor_newest on monitor (created_at desc, id desc);
create index monitor_domain on monitor (domain);
create index monitor_policy on monitor (policy_id);
