-- Forms of an alert's page that were sent: a form sent twice acts once. Only a hash of the form is kept.
create table portal_action (
    form       text        not null,
    action     text        not null,
    contact_id uuid        not null,
    alert_id   uuid        not null,
    at         timestamptz not null,
    primary key (form, action)
);

create index portal_action_age on portal_action (at);

-- Signed-in browsers. Only a hash of the cookie is kept.
create table console_session (
    secret_hash text primary key,
    token_id    uuid        not null references api_token (id) on delete cascade,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);

create index console_session_age on console_session (expires_at);
