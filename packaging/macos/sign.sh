#!/usr/bin/env bash
# Sign an app with the hardened runtime: sign.sh dist/Chatapp.app
# With CERTIFICATE (a .p12 in base64), PASSWORD and IDENTITY by that Developer ID, else for this machine alone (ad hoc).
set -euo pipefail
app=$1
here=$(cd "$(dirname "$0")" && pwd)
identity=-
timestamp=--timestamp=none
if [ -n "${CERTIFICATE:-}" ]; then
    keychain=$RUNNER_TEMP/signing.keychain-db
    secret=$(openssl rand -hex 16)
    trap 'security delete-keychain "$keychain"' EXIT
    security create-keychain -p "$secret" "$keychain"
    security unlock-keychain -p "$secret" "$keychain"
    echo "$CERTIFICATE" | base64 --decode > "$RUNNER_TEMP/signing.p12"
    security import "$RUNNER_TEMP/signing.p12" -P "$PASSWORD" -k "$keychain" -T /usr/bin/codesign
    rm "$RUNNER_TEMP/signing.p12"
    security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" > /dev/null
    security list-keychains -d user -s "$keychain" login.keychain-db
    identity=$IDENTITY
    timestamp=--timestamp
fi
codesign --force --deep --options runtime "$timestamp" \
    --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
