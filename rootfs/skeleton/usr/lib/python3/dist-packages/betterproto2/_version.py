"""The image's own betterproto2._version: its answer is known when the image is built.

The library's looks for itself with importlib.metadata, in every process: 20 ms, and 2 MB for what reads mail headers.
"""

__version__ = "0.10.0"


def check_compiler_version(compiler_version: str) -> None:
    """Raise ImportError unless the library's x.y is the compiler's."""
    if compiler_version.split(".")[:2] != __version__.split(".")[:2]:
        raise ImportError(f"made with betterproto2_compiler {compiler_version}, but betterproto2 is {__version__}")
