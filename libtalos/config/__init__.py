"""The machine config: upstream's v1alpha1 document and those of user volumes, read strictly, checked and written."""

from libtalos.config.errors import ConfigError, ValidationError
from libtalos.config.loader import encode, load, load_user_volumes
from libtalos.config.schema import MachineConfig

__all__ = ["ConfigError", "MachineConfig", "ValidationError", "encode", "load", "load_user_volumes"]
