"""Kinds of documents about disks, volumes and swap."""
