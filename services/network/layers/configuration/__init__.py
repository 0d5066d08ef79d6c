"""The configuration layer: what the machine config says."""

from services.network.layers.configuration.settings import Settings

__all__ = ["Settings"]
