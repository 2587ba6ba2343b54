-- When a synthetic sample last got through the whole pipeline.
create table pipeline (
    only_one boolean primary key default true check (only_one),
    seen_at  timestamptz not null
);

-- When an alert is to be decided about again: what is overdue is stuck.
alter table alert add column next_look timestamptz;

-- What the auditor last told the operators.
create table audit (
    only_one boolean primary key default true check (only_one),
    findings text        not null,
    told_at  timestamptz not null
);
