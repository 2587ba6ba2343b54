-- Who has a preview under way, in whatever replica; a turn whose replica died ends by itself.
create table preview_turn (
    caller text primary key,
    turn   uuid        not null,
    until  timestamptz not null
);
