"""Patches of machine configs: strategic merge and JSON Patch (RFC 6902), with upstream's rules."""

from libtalos.config.patching.apply import apply
from libtalos.config.patching.patch import JsonPatch, Patch, StrategicPatch, load_patch, read_patch

__all__ = ["JsonPatch", "Patch", "StrategicPatch", "apply", "load_patch", "read_patch"]
