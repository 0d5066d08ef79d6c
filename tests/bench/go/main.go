// One end of a measured connection, in grpc-go: see tests/bench/bus_end.py, which does the same in Python.
//
//	bus serve SOCKET                                        prints "ready", and serves until it is killed
//	bus load SOCKET LOAD FLIGHT WARM_UP MEASURED REQUEST    keeps FLIGHT calls in flight, prints the figures as JSON
//
// Times are in seconds; REQUEST is a file with the serialized request.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	switch {
	case len(arguments) == 2 && arguments[0] == "serve":
		return serve(arguments[1])
	case len(arguments) == 7 && arguments[0] == "load":
		return load(arguments[1:])
	}
	return fmt.Errorf("usage: bus serve SOCKET | bus load SOCKET LOAD FLIGHT WARM_UP MEASURED REQUEST")
}
