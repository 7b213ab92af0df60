# Sourced by the checks in a browser: headless, and the directory $profile, which goes with the script.

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

# Runs Chromium without a window, for a minute at most. Arguments: more of its options, and addresses.
headless() {
  timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$profile" "$@"
}
