"""Compile the modules that stdin names, one path below argv[1] per line, for a root that is read-only.

Runs alone, under the image's own interpreter, from the standard library of the image. The .pyc files are valid
whatever time the sources have (PEP 552, unchecked hash) and name them by their place in the image.
"""

import py_compile
import sys
from importlib.util import cache_from_source


def main(root: str) -> None:
    """Compile; py_compile.PyCompileError on the first module that does not."""
    for line in sys.stdin:
        path = line.rstrip("\n")
        py_compile.compile(
            root + path,
            cache_from_source(root + path),
            dfile=path,
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )


if __name__ == "__main__":
    main(sys.argv[1])
