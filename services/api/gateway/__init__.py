"""The public edge: mutual TLS on port 50000, roles, the way to other nodes, and a record of every call."""
