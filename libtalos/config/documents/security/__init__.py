"""Kinds of documents about what is trusted."""
