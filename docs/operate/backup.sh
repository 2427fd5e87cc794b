#!/bin/sh
# Backs up the desk's database while it works. Everything is in the database: cases, files, people, processes, models.
#
#   backup.sh <directory> [how many to keep, 14]
#
# Where the database is says libpq's environment: PGHOST, PGPORT, PGUSER, PGPASSWORD or ~/.pgpass, PGDATABASE.
# BACKUP_SNAPSHOT (see rehearse.sh) dumps that snapshot. Ends with 0 only when the backup can be read.
set -eu
directory=${1:?usage: backup.sh <directory> [how many to keep]}
keep=${2:-14}
umask 077
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
name="$directory/complaintdesk-$(date -u +%Y%m%dT%H%M%SZ).dump"
# What failed halfway must not fill the disk the database may be on.
trap 'rm -f "$name.part" "$name.part.sha256"' EXIT

pg_dump --format=custom --compress=6 ${BACKUP_SNAPSHOT:+--snapshot="$BACKUP_SNAPSHOT"} --file="$name.part"
# A dump that ended early has no list of contents, or one without the last table.
pg_restore --list "$name.part" | grep -q 'TABLE DATA .* complaint ' || { echo "$name.part cannot be read" >&2; exit 1; }
(cd "$directory" && sha256sum "$(basename "$name").part" | sed 's/\.part$//' > "$name.part.sha256")
mv "$name.part.sha256" "$name.sha256"
mv "$name.part" "$name"

ls -1 "$directory"/complaintdesk-*.dump | sort -r | tail -n +"$((keep + 1))" | while read -r old; do rm -f "$old" "$old.sha256"; done
echo "$name"
