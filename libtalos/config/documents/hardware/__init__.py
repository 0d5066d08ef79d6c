"""Kinds of documents about devices."""
