"""libtalos: a Talos node as six small processes on one socket bus."""

__version__ = "0.1.0"
