-- When monitors are measured but nothing is raised: once, or again and again.
create table maintenance_window (
    id          uuid primary key,
    revision    bigint      not null,
    name        text        not null,
    maintenance jsonb       not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create index maintenance_window_newest on maintenance_window (created_at desc, id desc);

-- The spans that a monitor's published definition has from windows, so that one is published anew only where they change.
alter table monitor add column window_spans text not null default '';
