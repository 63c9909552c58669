#!/usr/bin/env bash
# Makes the roles and the database on an empty PostgreSQL: an owner of the tables who is used for migrations only, one role
# that decides and one that remembers. What each may do in the log is granted by the log's own migrations.
set -eu
# Passwords go by environment and standard input, never by argument: arguments can be read by others on the machine.
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv owner OWNER_PASSWORD
\getenv command COMMAND_PASSWORD
\getenv query QUERY_PASSWORD
CREATE ROLE waymark_owner LOGIN PASSWORD :'owner';
CREATE ROLE waymark_command LOGIN PASSWORD :'command';
CREATE ROLE waymark_query LOGIN PASSWORD :'query';
CREATE DATABASE log OWNER waymark_owner;
REVOKE CONNECT, TEMPORARY ON DATABASE log FROM PUBLIC;
GRANT CONNECT ON DATABASE log TO waymark_command, waymark_query;
SQL
