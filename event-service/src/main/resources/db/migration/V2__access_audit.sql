create table api_token (
    id           uuid primary key,
    name         text        not null,
    prefix       text        not null,
    secret_hash  text        not null unique,
    role         text        not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create table audit (
    id            uuid primary key,
    at            timestamptz not null,
    actor_kind    text        not null,
    actor_name    text        not null,
    actor_address text        not null,
    action        text        not null,
    resource_kind text        not null,
    resource_id   text        not null,
    before_state  jsonb,
    after_state   jsonb
);

create index audit_newest on audit (at desc, id desc);
create index audit_of_resource on audit (resource_kind, resource_id, at desc);

-- What a POST with an Idempotency-Key answered, written in the transaction of its effect.
create table idempotency_key (
    principal   text        not null,
    key         text        not null,
    request     text        not null,
    status      int,
    location    text,
    etag        text,
    body        text,
    created_at  timestamptz not null,
    primary key (principal, key)
);

create index idempotency_key_age on idempotency_key (created_at);
