"""Specs as upstream's protobuf messages: what talosctl reads of the resources it knows."""
