"""gRPC over HTTP/2, the bus's own transport: RFC 9113, RFC 7541, and PROTOCOL-HTTP2.md of gRPC."""
