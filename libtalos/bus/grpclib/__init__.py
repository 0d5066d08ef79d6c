"""The second transport of the bus: grpclib, for comparison and as the conformance peer of the first one."""
