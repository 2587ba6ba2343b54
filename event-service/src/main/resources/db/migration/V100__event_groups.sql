-- The groups that scheduled and active events cover: none of them can be deleted.
create table continuity_event_group (
    event_id uuid not null references continuity_event,
    group_id uuid not null references user_group,
    primary key (event_id, group_id)
);

create index continuity_event_group_of_group on continuity_event_group (group_id);
