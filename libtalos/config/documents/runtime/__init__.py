"""Kinds of documents about what runs on the node."""
