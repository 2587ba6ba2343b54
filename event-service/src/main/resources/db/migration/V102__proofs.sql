-- What is known of a contact's addresses from what was sent to them. An address is known by an id derived from it, so that
-- a contact who gets another address gets a clean record.
create table contact_proof (
    contact_id      uuid not null references contact (id) on delete cascade,
    address_id      uuid not null,
    last_success_at timestamptz,
    last_via        text,
    last_failure_at timestamptz,
    last_reply      text,
    bad_since       timestamptz,
    bad_reason      text,
    primary key (contact_id, address_id)
);

-- Codes that were sent to addresses to prove that they are the contact's. Only a hash of the code is kept.
create table contact_verification (
    contact_id    uuid        not null references contact (id) on delete cascade,
    address_id    uuid        not null,
    code_hash     text        not null,
    sent_at       timestamptz not null,
    expires_at    timestamptz not null,
    attempts_left int         not null,
    primary key (contact_id, address_id)
);
