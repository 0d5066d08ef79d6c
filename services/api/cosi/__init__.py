"""Upstream's way to read resources: `cosi.resource.State`, which talosctl's get, edit and dashboard stand on."""
