"""Run the Python inside a stage, with the stage's own libraries and without root or chroot."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from libtalos.image import elf
from libtalos.image.command import run
from libtalos.image.errors import ImageError
from libtalos.image.recipe import Python
from libtalos.image.stage import Stage, merged

# A fixed number: what a process compiled before may show in its next .pyc (marshal's references), so the
# distribution of modules over processes must not depend on the machine.
_SHARDS = 4


class Interpreter:
    """python3 of a stage, started through the stage's own loader."""

    def __init__(self, *, stage: Stage, python: Python) -> None:
        self._stage = stage
        self._python = python

    def compile(self, paths: Sequence[str]) -> None:
        """Write the .pyc of every module in paths (paths of the image)."""
        shards = [sorted(paths)[start::_SHARDS] for start in range(_SHARDS)]
        with ThreadPoolExecutor(_SHARDS) as pool:
            for _ in pool.map(self._compile, shards):
                pass

    def check_imports(self) -> None:
        """Import what the recipe says a node imports; raises ImageError with the traceback."""
        statement = f"import {', '.join(self._python.imports)}"
        self._run(["-c", statement], PYTHONPATH=str(self._stage.at(self._python.site)))

    def _compile(self, paths: Sequence[str]) -> None:
        script = Path(__file__).with_name("bytecode.py")
        self._run([str(script), str(self._stage.root)], stdin="".join(f"{path}\n" for path in paths))

    def _run(self, arguments: Sequence[str], *, stdin: str = "", **variables: str) -> None:
        # set and frozenset literals are hashed when they are compiled
        environment = {"PYTHONHOME": str(self._stage.at("/usr")), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
        # -S: the machine's site directories must stay out; -B: nothing but compile() writes into the tree
        run([*self._command(), "-s", "-S", "-B", *arguments], stdin=stdin, env=environment | variables)

    def _command(self) -> list[str]:
        program = self._stage.at(f"/usr/bin/python{self._python.version}")
        parsed = elf.read(program) if program.exists() else None
        if parsed is None or parsed.interpreter is None:
            raise ImageError(f"/usr/bin/python{self._python.version}: no such program in debian.packages")
        libraries = sorted(str(path) for path in self._stage.at("/usr/lib").glob("*-linux-gnu"))
        loader = self._stage.at(merged(parsed.interpreter))
        return [str(loader), "--library-path", ":".join(libraries), str(program)]
