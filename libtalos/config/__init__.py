"""The machine config: upstream's v1alpha1 document, read strictly, checked, written and generated."""

from libtalos.config.errors import ConfigError, ValidationError
from libtalos.config.loader import encode, load
from libtalos.config.schema import MachineConfig

__all__ = ["ConfigError", "MachineConfig", "ValidationError", "encode", "load"]
