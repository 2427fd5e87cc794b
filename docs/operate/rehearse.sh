#!/bin/bash
# Proves that a backup can be restored, against the running system, without touching it: backs up, restores into a database
# of its own, compares every table with what was there at that moment, checks the case data, starts the desk on it (no mail
# leaves, no mailbox is read, no timer runs) and reads a case. Do it once a month.
#
#   rehearse.sh <directory for backups> <complaint-desk.jar>
#
# libpq's environment says where (PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE); PGUSER may create databases.
# OWNER_USER, OWNER_PASSWORD: the desk's user, when PGUSER is another. OWNER, KEEP_OWNERS: see restore.sh.
# ADMIN_PASSWORD: the desk's administrator's, to read a case; left out, only the start is proved.
set -euo pipefail
directory=${1:?usage: rehearse.sh <directory for backups> <complaint-desk.jar>}
jar=${2:?usage: rehearse.sh <directory for backups> <complaint-desk.jar>}
here=$(cd "$(dirname "$0")" && pwd)
copy=complaintdesk_rehearsal
port=${REHEARSAL_PORT:-18099}
work=$(mktemp -d)
node=
trap '[ -z "$node" ] || kill "$node" 2>/dev/null || true; wait 2>/dev/null || true; dropdb --if-exists "$copy"; rm -rf "$work"' EXIT
seconds() { echo "$(( $(date +%s) - $1 )) s"; }
counts() {
  psql -qXAt "$@" <<'SQL'
select format('select %L, count(*) from %I;', relname, relname) from pg_class
 where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname \gexec
SQL
}

# One moment for all: the snapshot is held open while the dump and the counts are taken from it.
coproc HELD { psql -qXAt; }
echo "begin isolation level repeatable read read only; select pg_export_snapshot();" >&"${HELD[1]}"
read -r snapshot <&"${HELD[0]}"
began=$(date +%s)
dump=$(BACKUP_SNAPSHOT=$snapshot "$here/backup.sh" "$directory")
echo "backup: $(seconds "$began"), $(du -h "$dump" | cut -f1), $dump"
{ echo "begin isolation level repeatable read read only; set transaction snapshot '$snapshot';"
  echo "select format('select %L, count(*) from %I;', relname, relname) from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname \gexec"; } | psql -qXAt > "$work/then"
exec {HELD[1]}>&-

dropdb --if-exists "$copy"
began=$(date +%s)
OWNER=${OWNER:-complaintdesk} "$here/restore.sh" "$dump" "$copy"
echo "restore: $(seconds "$began")"
counts -d "$copy" > "$work/now"
diff "$work/then" "$work/now" || { echo "the copy differs from what was backed up" >&2; exit 1; }
echo "tables: $(wc -l < "$work/now"), rows: $(awk -F'|' '{n += $2} END {print n}' "$work/now"), all as they were"

check() {
  psql -qXAt -v ON_ERROR_STOP=1 -F ': ' -d "$copy" -f "$here/check.sql" | tee "$work/wrong"
  [ ! -s "$work/wrong" ] || { echo "the case data disagree $1" >&2; exit 1; }
  echo "check $1: nothing disagrees"
}
check "of the copy"

began=$(date +%s)
env SERVER_PORT="$port" SERVER_ADDRESS=127.0.0.1 SPRING_DATASOURCE_URL="jdbc:postgresql://${PGHOST:-127.0.0.1}:${PGPORT:-5432}/$copy" \
  SPRING_DATASOURCE_USERNAME="${OWNER_USER:-$PGUSER}" SPRING_DATASOURCE_PASSWORD="${OWNER_PASSWORD:-${PGPASSWORD:-}}" \
  SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=5 SPRING_MAIL_HOST=127.0.0.1 SPRING_MAIL_PORT=9 COMPLAINTDESK_MAILBOX_HOST= COMPLAINTDESK_MAILBOX_ENABLED=false \
  CAMUNDA_BPM_JOB_EXECUTION_ENABLED=false COMPLAINTDESK_OPERATION_STOP_NOTICE=PT0S COMPLAINTDESK_PUBLIC_URL="http://localhost:$port" \
  java -Xmx512m -jar "$jar" > "$work/log" 2>&1 &
node=$!
until curl -sf "http://127.0.0.1:$port/actuator/health/readiness" > /dev/null; do
  kill -0 "$node" 2>/dev/null || { tail -40 "$work/log" >&2; exit 1; }
  sleep 1
done
echo "desk on the copy: ready after $(seconds "$began")"
if [ -n "${ADMIN_PASSWORD:-}" ]; then
  number=$(psql -qXAt -d "$copy" -c "select number from complaint order by id desc limit 1")
  curl -sfu "admin:$ADMIN_PASSWORD" "http://127.0.0.1:$port/api/complaints/$number" | grep -q "$number"
  echo "case $number: read"
fi
# This version of the desk may have brought tables and models up to date. No timer and no mail has run meanwhile.
PGOPTIONS="-c desk_check.grace=1day" check "after the desk's start"
