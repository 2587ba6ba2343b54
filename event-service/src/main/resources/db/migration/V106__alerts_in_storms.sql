-- An alert of many disruptions is not told anew with each: from when what it says is, and when it is to be told anew.
alter table alert add column extent_at timestamptz;
alter table alert add column extent_due timestamptz;
update alert set extent_at = cast(alert ->> 'changedAt' as timestamptz);
alter table alert alter column extent_at set not null;
create index alert_extent_due on alert (extent_due) where extent_due is not null;

-- Those of an alert's disruptions that last, without a look at the thousands that do not.
create index disruption_lasting on disruption (alert_id) where state = 'OPEN';
