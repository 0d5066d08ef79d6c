"""The machine config: upstream's v1alpha1 document and those beside it, read strictly, checked and written."""

from libtalos.config.container import Documents
from libtalos.config.encoder import encode, encode_documents
from libtalos.config.errors import ConfigError, ValidationError
from libtalos.config.loader import load, load_documents
from libtalos.config.schema import MachineConfig

__all__ = [
    "ConfigError",
    "Documents",
    "MachineConfig",
    "ValidationError",
    "encode",
    "encode_documents",
    "load",
    "load_documents",
]
