#!/bin/sh
# Makes the databases of the event-service and the notifier-service, each owned by a role of its own. May run again:
# a role's password then becomes the one given. PGHOST, PGUSER and PGPASSWORD say where and as whom.
set -eu

make() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname postgres --set name="$1" --set password="$2" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
  echo "database $1 is ready"
}

make event "$EVENT_DATABASE_PASSWORD"
make notifier "$NOTIFIER_DATABASE_PASSWORD"
