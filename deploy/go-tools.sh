#!/bin/bash
# Build the foreign programs that the tests run against the bus (tests/tools/go) into TARGET: h2spec, grpcurl, and
# grpc-go's interop client and server. With the Go on the PATH if it is new enough, else with Debian's.
# usage: go-tools.sh TARGET
set -euo pipefail
cd "$(dirname "$0")/.."
target=$(realpath -m "$1")
oldest=1.19

new_enough() { # has `go` on the PATH a version that builds go.mod?
  local version
  version=$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null) || return 1
  [ "$(printf '%s\n' "$oldest" "${version#go}" | sort -V | head -n 1)" = "$oldest" ]
}

if ! new_enough; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "error: there is no go $oldest or later on the PATH; install golang-go as root with apt-get" >&2
    exit 1
  fi
  echo "installing Debian's Go" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends golang-go >/dev/null
  PATH=/usr/bin:$PATH # before an older one
fi

echo "building h2spec, grpcurl and grpc-go's interop client and server" >&2
# no other toolchain, no C compiler, nothing of a developer's own settings that changes what is built
export GOTOOLCHAIN=local CGO_ENABLED=0 GOWORK=off GOFLAGS="-mod=readonly -trimpath"
mkdir -p "$target"
cd tests/tools/go
go build -ldflags="-s -w" -o "$target/" github.com/fullstorydev/grpcurl/cmd/grpcurl github.com/summerwind/h2spec/cmd/h2spec github.com/summerwind/h2spec/cmd/h2specd
go build -ldflags="-s -w" -o "$target/interop-client" google.golang.org/grpc/interop/client
go build -ldflags="-s -w" -o "$target/interop-server" google.golang.org/grpc/interop/server
touch "$target/ready"
