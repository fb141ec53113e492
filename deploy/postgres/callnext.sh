#!/bin/sh
# Run once by the postgres image, on an empty volume: a role that owns its database and is no superuser.
# The server makes the second role, under which it works, by itself (docs/operations/install.md).
set -eu
psql --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/database-password)" --username "$POSTGRES_USER" <<'SQL'
create role callnext login createrole password :'password';
create database callnext owner callnext;
-- The superuser is for whoever is inside this container: without a password nobody gets in over the network.
alter role current_user password null;
SQL
