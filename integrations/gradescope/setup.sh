#!/usr/bin/env bash
# Prepares the container in which Gradescope grades: Node.js, the languages of the hand-ins, wirecheck's packages.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/settings.sh"

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2154,SC2086 # `packages` comes from settings.sh and is a list of words.
apt-get install -y -qq --no-install-recommends ca-certificates curl xz-utils procps $packages > /dev/null

is_new_enough() {
  node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' 2> /dev/null
}
if ! is_new_enough; then
  case $(uname -m) in x86_64) kind=linux-x64 ;; aarch64) kind=linux-arm64 ;; *) echo "no Node.js for $(uname -m)" >&2; exit 1 ;; esac
  cd "$(mktemp -d)"
  curl -fsSLO https://nodejs.org/dist/latest-v24.x/SHASUMS256.txt
  archive=$(grep -o "node-v[0-9.]*-$kind.tar.xz" SHASUMS256.txt | head -n 1)
  curl -fsSLO "https://nodejs.org/dist/latest-v24.x/$archive"
  grep " $archive\$" SHASUMS256.txt | sha256sum --check --quiet
  tar -xJf "$archive" -C /usr/local --strip-components=1 --exclude='*.md' --exclude=LICENSE
fi

cd "$here/wirecheck"
npm install --omit=dev --no-audit --no-fund --silent
node dist/bin/wirecheck.js --version
