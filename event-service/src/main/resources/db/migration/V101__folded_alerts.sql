-- Disruptions with a cause in common share one alert: each names the alert it belongs to.
alter table disruption add column alert_id uuid;
update disruption set alert_id = alert.id from alert where alert.disruption_id = disruption.id;
create index disruption_of_alert on disruption (alert_id);

-- What others must have in common with an alert to join it, and from when its two minutes count.
alter table alert add column cause_key text;
alter table alert add column subject text;
alter table alert add column policy_id uuid;
alter table alert add column anchored_at timestamptz;
update alert set cause_key = alert #>> '{cause,causeKey}', anchored_at = cast(alert ->> 'firedAt' as timestamptz);
alter table alert alter column cause_key set not null;
alter table alert alter column anchored_at set not null;

create index alert_to_join on alert (cause_key, anchored_at) where state <> 'RESOLVED';
