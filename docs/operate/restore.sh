#!/bin/sh
# Restores a backup into a database that does not exist yet or is empty. Stop all nodes first.
#
#   restore.sh <file.dump> <database>
#
# libpq's environment says where (PGHOST …); PGUSER may create databases. OWNER (complaintdesk) will own it and all in it.
# KEEP_OWNERS=1, for two database users: what the desk's user owned and may is as it was. Both are there, PGUSER is a superuser.
set -eu
dump=${1:?usage: restore.sh <file.dump> <database>}
database=${2:?usage: restore.sh <file.dump> <database>}
owner=${OWNER:-complaintdesk}
[ ! -f "$dump.sha256" ] || (cd "$(dirname "$dump")" && sha256sum --check --quiet "$(basename "$dump").sha256")

psql -qXAt -d postgres -c "select 1 from pg_database where datname = '$database'" | grep -q 1 ||
  createdb --owner="$owner" --template=template0 --encoding=UTF8 "$database"
tables=$(psql -qXAt -d "$database" -c "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")
[ "$tables" = 0 ] || { echo "$database has $tables tables; restore into an empty database" >&2; exit 1; }

set -- --no-owner --role="$owner"
[ -z "${KEEP_OWNERS:-}" ] || set --
pg_restore "$@" --exit-on-error --jobs="${JOBS:-2}" --dbname="$database" "$dump"
psql -qX -d "$database" -c "set client_min_messages = error" -c analyze
echo "$dump is in $database"
