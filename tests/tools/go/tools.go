//go:build tools

// Package tools names the programs that the tests of the bus run against libtalos, so that go.mod and go.sum pin them;
// deploy/go-tools.sh builds them. Versions are chosen to build with Debian 12's Go 1.19 as well.
package tools

import (
	_ "github.com/fullstorydev/grpcurl/cmd/grpcurl"
	_ "github.com/summerwind/h2spec/cmd/h2spec"
	_ "github.com/summerwind/h2spec/cmd/h2specd"
	_ "google.golang.org/grpc/interop/client"
	_ "google.golang.org/grpc/interop/server"
)
