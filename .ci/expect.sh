# Sourced by the checks by curl: expect, and what it leaves: the last response in the file $response, the number of checks in $checks.

checks=0
response=$(mktemp)
trap 'rm -f "$response"' EXIT

# expect STATUS TEXT CURL-ARGUMENTS...: the response has the status, and its headers or body contain the text.
expect() {
  local status=$1 text=$2
  shift 2
  curl -sS -i --max-time 20 "$@" | tr -d '\r' > "$response"
  head -1 "$response" | grep -q "^HTTP/1.1 $status " && grep -qF -- "$text" "$response" && checks=$((checks + 1)) && return
  { echo "Expected status $status with '$text' from: curl $*"; cat "$response"; echo; } >&2
  exit 1
}
