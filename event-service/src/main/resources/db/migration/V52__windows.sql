-- Judgements by the detector. One partition a day, made ahead by the service and dropped when their time is over.
create table window_judgement (
    monitor_id uuid        not null,
    direction  text        not null,
    start_at   timestamptz not null,
    end_at     timestamptz not null,
    verdict    text        not null,
    judgement  jsonb       not null,
    primary key (monitor_id, direction, start_at, end_at)
) partition by range (start_at);

-- How each direction of a monitor stands, by its latest window.
create table flow (
    monitor_id uuid        not null,
    direction  text        not null,
    verdict    text        not null,
    since      timestamptz not null,
    judged_at  timestamptz not null,
    primary key (monitor_id, direction)
);
