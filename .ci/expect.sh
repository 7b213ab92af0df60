# Sourced by the checks by curl: expect, and what it leaves: the last answer in the file $answer, the number of checks in $checks.

checks=0
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# expect STATUS TEXT CURL-ARGUMENTS...: the answer has the status, and the text stands in its headers or body.
expect() {
  local status=$1 text=$2
  shift 2
  curl -sS -i --max-time 20 "$@" | tr -d '\r' > "$answer"
  head -1 "$answer" | grep -q "^HTTP/1.1 $status " && grep -qF -- "$text" "$answer" && checks=$((checks + 1)) && return
  { echo "Expected status $status with '$text' from: curl $*"; cat "$answer"; echo; } >&2
  exit 1
}
