"""Volumes: what is wanted of each, how far it is, who uses it."""
