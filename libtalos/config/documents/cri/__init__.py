"""Kinds of documents about images and where they come from."""
