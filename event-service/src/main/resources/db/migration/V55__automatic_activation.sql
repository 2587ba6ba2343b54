-- Whether a continuity event answers the alert, or did: then none starts by itself any more.
alter table alert add column answered boolean not null default false;
update alert set answered = true where jsonb_exists(alert, 'event');

create index alert_unanswered on alert (id) where state = 'FIRING' and severity = 'DOWN' and not answered;
