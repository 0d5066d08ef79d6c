"""Kinds of documents about the network."""
