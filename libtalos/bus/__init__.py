"""gRPC over the sockets of one bus: addresses, servers, channels, identity, errors, health and reflection.

Transport (grpclib) and codec (betterproto2) are details of this package: services and clients see generated stubs and
service bases, `Channel`, `Server` and the errors of `libtalos.bus.errors`, and nothing below them.
"""
