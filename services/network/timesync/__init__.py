"""Keeping the node's clock with the help of time servers (SNTP, RFC 4330 and RFC 5905)."""
