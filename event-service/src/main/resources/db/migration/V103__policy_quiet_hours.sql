-- When a policy holds alerts back, and in which languages it tells them.
alter table notification_policy add column quiet_hours jsonb;
alter table notification_policy add column languages text[] not null default '{}';
