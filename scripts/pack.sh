#!/usr/bin/env bash
# bash scripts/pack.sh TAG ARCH: builds the standalone folder and packs it as release/foothold-VERSION-linux-ARCH.tar.gz.
set -euo pipefail
cd "$(dirname "$0")/.."

name="foothold-${1#v}-linux-$2"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm run standalone -- "$folder/$name"
mkdir -p release
# In a fixed order, owned by nobody of this machine, so that two builds differ only where their files do.
tar --sort=name --owner=0 --group=0 --numeric-owner --mode=a+rX -C "$folder" -czf "release/$name.tar.gz" "$name"
