# Functions of .ci/run: stages, and the processes it starts and always stops.

stage="" sample_pid="" postgres_dir="" skip_reason="" no_build="" work=$(mktemp -d)

fail() { echo "$*" >&2; exit 1; }

curl() { command curl --max-time 60 "$@"; }

run_stage() {
  local start=$SECONDS
  stage=$1
  skip_reason=""
  echo "== $1"
  "$1"
  echo "$1: ${skip_reason:-ok} ($((SECONDS - start)) s)"
  stage=""
}

# Sums one attribute of the counters in all test reports.
count_tests() {
  { grep -rhoE --include='*.trx' "<Counters [^>]*" "$results" 2> /dev/null || true; } | { grep -oE " $1=\"[0-9]+\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

finish() {
  local status=$?
  trap - EXIT
  [ -z "$stage" ] || echo "$stage: failed"
  stop_sample
  stop_postgres
  rm -rf "$work"
  echo "$(count_tests passed) passed, $(count_tests failed) failed"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Installs what is missing; the names are both commands and Debian packages.
need() {
  local name
  for name in "$@"; do
    type -P "$name" > /dev/null && continue
    [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || fail "$name is missing. Install it and run this again."
    apt-get update -q && apt-get install -y -q "$name"
  done
}

# Starts a sample by its README's command, which need not build what the build stage has built, on a free port; sets url and token. Arguments: its name, then VARIABLE=value for its environment.
start_sample() {
  local name=$1 tries
  shift
  token=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
  : > "$work/$name.log" # the sample opens it some time later
  env "$@" AdminToken="$token" setsid dotnet run $no_build --project "samples/$name" -- --urls http://127.0.0.1:0 > "$work/$name.log" 2>&1 < /dev/null &
  sample_pid=$!
  for tries in $(seq 240); do
    url=$(sed -nE 's#^(Open|.*Now listening on:) (http://[^ ]*).*#\2#p' "$work/$name.log")
    [ -z "$url" ] || return 0
    kill -0 "$sample_pid" 2> /dev/null || break
    sleep 0.5
  done
  cat "$work/$name.log" >&2
  fail "samples/$name did not start."
}

# Ends dotnet run and the program, which are a process group once setsid has run; after 30 seconds by force.
stop_sample() {
  [ -n "$sample_pid" ] || return 0
  kill -- "-$sample_pid" 2> /dev/null || kill "$sample_pid" 2> /dev/null || true
  timeout 30 tail --pid="$sample_pid" -f /dev/null || kill -KILL -- "-$sample_pid" 2> /dev/null || true
  wait "$sample_pid" 2> /dev/null || true
  sample_pid=""
}

# wait_for TEXT FILE: waits until the file has the text.
wait_for() { timeout 20 sh -c 'until grep -qF -- "$1" "$2"; do sleep 0.2; done' - "$1" "$2"; }

# Installs Chromium when it is missing. Where that is impossible, sets skip_reason and returns 1.
can_run_chromium() {
  command -v chromium > /dev/null && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    skip_reason="skipped: chromium is not installed, and only root with apt-get can install it"
  elif ! { apt-get update -q && apt-get install -y -q chromium; }; then
    skip_reason="skipped: apt-get could not install chromium"
  fi
  [ -z "$skip_reason" ]
}

postgres_bin() { find /usr/lib/postgresql -path '*/bin/initdb' 2> /dev/null | sort -V | tail -1 | xargs -r dirname; }

# Installs PostgreSQL when it is missing. Where that is impossible, sets skip_reason and returns 1.
can_run_postgres() {
  if [ "$(id -u)" != 0 ]; then
    skip_reason="skipped: only root can install PostgreSQL and run it as another user"
  elif [ -z "$(postgres_bin)" ] && ! command -v apt-get > /dev/null; then
    skip_reason="skipped: PostgreSQL is not installed and there is no apt-get"
  elif [ -z "$(postgres_bin)" ] && ! install_postgres; then
    skip_reason="skipped: apt-get could not install PostgreSQL"
  fi
  [ -z "$skip_reason" ]
}

install_postgres() {
  apt-get update -q && apt-get install -y -q postgresql-common || return 1
  # Debian would start a server of its own on port 5432.
  echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
  apt-get install -y -q postgresql
}

# Starts a server with its own data in a temporary directory; sets postgres_connection.
start_postgres() {
  local bin password tries port
  bin=$(postgres_bin)
  postgres_dir=$(mktemp -d)
  password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
  echo "$password" > "$postgres_dir/password"
  chown -R postgres "$postgres_dir"
  as_postgres "$bin/initdb" -D "$postgres_dir/data" --auth=scram-sha-256 --pwfile="$postgres_dir/password" --encoding=UTF8 --locale=C > "$work/initdb.log"
  for tries in 1 2 3 4 5; do # a port may be taken
    port=$((20000 + RANDOM % 30000))
    if as_postgres "$bin/pg_ctl" -D "$postgres_dir/data" -l "$postgres_dir/log" -w -o "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p $port" start > /dev/null; then
      postgres_connection="Host=127.0.0.1;Port=$port;Username=postgres;Password=$password;Database=postgres"
      return 0
    fi
  done
  cat "$postgres_dir/log" >&2
  fail "PostgreSQL did not start."
}

stop_postgres() {
  [ -n "$postgres_dir" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_dir/data" -m immediate stop > /dev/null 2>&1 || true
  rm -rf "$postgres_dir"
  postgres_dir=""
}

as_postgres() { (cd / && runuser -u postgres -- "$@" < /dev/null); }
