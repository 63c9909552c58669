#!/usr/bin/env bash
# What ./dev says when something is missing, busy, damaged or locked, and that it starts and stops cleanly.
# shellcheck disable=SC2317 # functions that are called by name through holds
set -u
cd "$(dirname "$0")/.." || exit 1
SCRATCH=$(mktemp -d)
FAILED=0
PID=

end() {
  [ -n "$PID" ] && kill -TERM "$PID" 2>/dev/null && wait "$PID" 2>/dev/null
  rm -rf "$SCRATCH"
}
trap end EXIT

# The commands of this machine in one folder, without those named.
path_without() {
  local folder=$SCRATCH/path-without-${1:-nothing} dir name
  if [ ! -d "$folder" ]; then
    mkdir -p "$folder"
    IFS=: read -ra dirs <<<"$PATH"
    for dir in "${dirs[@]}"; do
      find -L "$dir" -maxdepth 1 -type f -perm -u+x -print0 | xargs -0 -r ln -s -t "$folder"
    done 2>/dev/null
    for name in "$@"; do rm -f "$folder/$name"; done
  fi
  echo "$folder"
}

# refuses NAME SENTENCE COMMAND...: the command must fail with exactly this one line, which may hold wildcards
refuses() {
  local name=$1 sentence=$2 said status
  shift 2
  said=$("$@" 2>&1 >/dev/null </dev/null)
  status=$?
  # shellcheck disable=SC2053
  if [ "$status" -ne 0 ] && [[ $said == $sentence ]] && [ "$(wc -l <<<"$said")" -eq 1 ]; then
    echo "ok      $name: $said"
  else
    echo "FAILED  $name: exit $status, said: $said"
    FAILED=1
  fi
}

# holds NAME COMMAND...: the command must succeed
holds() {
  local name=$1
  shift
  if "$@"; then
    echo "ok      $name"
  else
    echo "FAILED  $name"
    FAILED=1
  fi
}

start_up() { # start_up PORT DATA: sets PID, returns when ready
  : >"$SCRATCH/said"
  ./dev up --port "$1" --data "$2" >"$SCRATCH/said" 2>&1 &
  PID=$!
  until grep -q 'is ready' "$SCRATCH/said"; do
    kill -0 "$PID" 2>/dev/null || { cat "$SCRATCH/said"; return 1; }
    sleep 0.2
  done
}

stop_up() { # TERM, and the exit code must be 0
  kill -TERM "$PID"
  wait "$PID"
  local status=$?
  PID=
  [ "$status" -eq 0 ] && grep -q '^Stopped.$' "$SCRATCH/said"
}

free_port() {
  local port
  for port in $(shuf -i 20000-32000 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

answers() { # answers PORT PATH
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
  grep -q '^HTTP/1.1 200' <&3
}

# A checkout in which nothing has been built.
fresh=$SCRATCH/fresh
mkdir "$fresh" && cp dev pom.xml "$fresh" && mkdir "$fresh"/{shared-events,command-service,query-service,standalone,ui}
port=$(free_port)

refuses "no JDK 25" "waymark: No JDK 25 found *" \
  env -u JAVA_HOME WAYMARK_JVMS=/nowhere PATH="$(path_without java)" "$fresh/dev" up --port "$port" --data "$SCRATCH/a"
refuses "no Maven" "waymark: Maven is not installed *" \
  env PATH="$(path_without mvn)" "$fresh/dev" up --port "$port" --data "$SCRATCH/a"
refuses "no Node" "waymark: Node is not installed *" \
  env PATH="$(path_without node)" "$fresh/dev" up --port "$port" --data "$SCRATCH/a"
refuses "no npm" "waymark: npm is not installed *" \
  env PATH="$(path_without npm)" "$fresh/dev" up --port "$port" --data "$SCRATCH/a"
mkdir "$SCRATCH/old" && printf '#!/bin/sh\necho 18\n' >"$SCRATCH/old/node" && chmod +x "$SCRATCH/old/node"
refuses "an old Node" "waymark: Node 18 is too old*" \
  env PATH="$SCRATCH/old:$PATH" "$fresh/dev" up --port "$port" --data "$SCRATCH/a"
refuses "an unknown command" "waymark: There is no 'fly'*" ./dev fly
refuses "an unknown option" "waymark: 'up' does not know '--prot'*" ./dev up --prot 1
refuses "a database without --split" "waymark: --split and --db go together*" ./dev up --db postgresql://127.0.0.1/waymark
refuses "a password on the command line" "waymark: Leave the password out *" \
  ./dev up --split --db postgresql://me:secret@127.0.0.1/waymark
refuses "a port that is no number" "waymark: --port takes a number*" ./dev up --port http

read_only=$SCRATCH/read-only
mkdir "$read_only" && chmod 555 "$read_only"
[ -w "$read_only" ] && read_only=/proc/waymark # root may write everywhere but there
refuses "a read-only folder" "waymark: The folder $read_only is read-only *" ./dev up --port "$port" --data "$read_only"

holds "a build" ./dev build >/dev/null # what follows would else build under options that no JVM takes
for try in 1 2 3 4 5; do # whoever looks into the log first must find it there
  refuses "a start that fails in a new folder" "waymark: Waymark did not start; the log is in $SCRATCH/new-$try/up-$port.log." \
    env JDK_JAVA_OPTIONS=--nonsense ./dev up --port "$port" --data "$SCRATCH/new-$try"
done
refuses "a PostgreSQL that is none" "waymark: No PostgreSQL answers at jdbc:postgresql://127.0.0.1:$port/waymark.*" \
  ./dev up --split --db "postgresql://me@127.0.0.1:$port/waymark" --port "$(free_port)" --data "$SCRATCH/split"
refuses "an unknown drill" "waymark: The only drill is *" ./dev drill flood

holds "starts" start_up "$port" "$SCRATCH/data"
holds "answers at the address" answers "$port" /actuator/health
refuses "a busy port" "waymark: Port $port is in use *" ./dev up --port "$port" --data "$SCRATCH/b"
refuses "a locked database" "waymark: The database in $SCRATCH/data is in use by another process.*" \
  ./dev up --port "$(free_port)" --data "$SCRATCH/data"
refuses "a replay of something" "waymark: 'replay' does not know 'nothing'*" ./dev replay nothing --url "http://127.0.0.1:$port"
holds "a replay is what is shown" ./dev replay --url "http://127.0.0.1:$port" >/dev/null
holds "stops on TERM" stop_up
refuses "a replay of nobody" "waymark: No Waymark answers at *" ./dev replay --url "http://127.0.0.1:$port"
holds "starts again on the same data" start_up "$port" "$SCRATCH/data"
holds "stops again" stop_up

mkdir "$SCRATCH/damaged" && head -c 20000 /dev/urandom >"$SCRATCH/damaged/log.mv.db"
refuses "a damaged database" "waymark: A database file in $SCRATCH/damaged is damaged *" \
  ./dev up --port "$port" --data "$SCRATCH/damaged"

exit "$FAILED"
