-- How members of user groups are reached while their mailbox is not.
alter table user_group_member add column name text;
alter table user_group_member add column phone text;
alter table user_group_member add column other_email text;
alter table user_group_member add column language text;

-- In how many parts the group was published; null before the first time.
alter table user_group add column parts int;

-- Who else is told of an event's start and end, how, and in which words.
alter table continuity_event add column notice_contact_group_ids uuid[] not null default '{}';
alter table continuity_event add column notify_users boolean not null default false;
alter table continuity_event add column notify_by_sms boolean not null default false;

create table continuity_event_wording (
    event_id   uuid not null references continuity_event on delete cascade,
    language   text not null,
    start_text text,
    end_text   text,
    primary key (event_id, language)
);
