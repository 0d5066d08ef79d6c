#!/bin/bash
# Install what this project needs on Debian 12: the packages of deploy/apt-packages.txt, and a virtual environment
# with the locked versions of locks/dev.txt. Does nothing that is done already. usage: setup.sh VENV
set -euo pipefail
cd "$(dirname "$0")/.."
venv=$1

mapfile -t wanted < <(sed 's/#.*//' deploy/apt-packages.txt | tr -s ' \t' '\n' | sed '/^$/d')
missing=()
for package in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "error: these packages are missing: ${missing[*]}; install them as root with apt-get" >&2
    exit 1
  fi
  echo "installing ${#missing[@]} Debian packages" >&2
  export DEBIAN_FRONTEND=noninteractive
  # tests start the daemons that they need; one that keeps the clock, above all, must not run because of them
  export RUNLEVEL=1
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# Debian's own interpreter, also where another python3 comes first on the PATH: the image has the same one
if [ ! -x "$venv/bin/python" ]; then
  echo "making the virtual environment $venv" >&2
  /usr/bin/python3.11 -m venv "$venv"
fi
echo "installing the locked Python packages" >&2
"$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r locks/dev.txt
# builds the codec's extension in place; the image takes it from there
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
touch "$venv/ready"
