"""Sizes of files and functions: small ones are read, tested and replaced; large ones grow.

    python tests/unit/quality/sizes.py [ROOT]

prints the medians and what is too large, and exits with 1 if anything is. A function's lines are those from `def` to
its end without the docstring, blank lines and comments.
"""

from __future__ import annotations

import ast
import io
import statistics
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAX_FILE = 600
MAX_FUNCTION = 60
MEDIAN_FILE = 130  # "about 120"
MEDIAN_FUNCTION = 8
CODE = ("libtalos", "services")
TESTS = ("tests",)
GENERATED = ("libtalos", "gen")
_SILENT = frozenset({tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT})


@dataclass(frozen=True, kw_only=True)
class Size:
    """A file or a function and its lines."""

    where: str
    lines: int

    def __str__(self) -> str:
        """Format as `where: lines lines`."""
        return f"{self.where}: {self.lines} lines"


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """The sizes of a tree of code."""

    files: list[Size]
    functions: list[Size]

    @property
    def median_file(self) -> float:
        """The median file in lines; files without code (a docstring or nothing) do not count."""
        return statistics.median([size.lines for size in self.files] or [0])

    @property
    def median_function(self) -> float:
        """The median function in lines."""
        return statistics.median([size.lines for size in self.functions] or [0])

    def too_large(self) -> list[str]:
        """Return every file and function above the maximum, largest first."""
        found = [size for size in self.files if size.lines > MAX_FILE]
        found += [size for size in self.functions if size.lines > MAX_FUNCTION]
        return [str(size) for size in sorted(found, key=lambda size: -size.lines)]

    def beyond_median(self) -> list[str]:
        """Return which median is beyond its bound."""
        found = []
        if self.median_file > MEDIAN_FILE:
            found.append(f"the median file has {self.median_file} lines, at most {MEDIAN_FILE}")
        if self.median_function >= MEDIAN_FUNCTION:
            found.append(f"the median function has {self.median_function} lines, less than {MEDIAN_FUNCTION}")
        return found


def measure(root: Path, trees: tuple[str, ...]) -> Sizes:
    """Measure the Python files below root in the named trees, without generated ones. Raises SyntaxError."""
    files: list[Size] = []
    functions: list[Size] = []
    for path in _sources(root, trees):
        text = path.read_text()
        where = path.relative_to(root).as_posix()
        found = list(_functions(where, text))
        functions += found
        if found or len(text.splitlines()) > 10:
            files.append(Size(where=where, lines=len(text.splitlines())))
    return Sizes(files=files, functions=functions)


def _sources(root: Path, trees: tuple[str, ...]) -> Iterator[Path]:
    for tree in trees:
        for path in sorted((root / tree).rglob("*.py")):
            if path.relative_to(root).parts[: len(GENERATED)] != GENERATED:
                yield path


def _functions(where: str, text: str) -> Iterator[Size]:
    lines = _code_lines(text)
    for node in ast.walk(ast.parse(text, filename=where)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            own = set(range(node.lineno, (node.end_lineno or node.lineno) + 1)) - _docstring(node)
            yield Size(where=f"{where}:{node.lineno} {node.name}", lines=len(lines & own))


def _docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[int]:
    if ast.get_docstring(node, clean=False) is None:
        return set()
    first = node.body[0]
    return set(range(first.lineno, (first.end_lineno or first.lineno) + 1))


def _code_lines(text: str) -> set[int]:
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _SILENT:
            lines.update(range(token.start[0], token.end[0] + 1))
    return lines


def main(root: Path) -> int:
    """Print the sizes of the repository at root and return the exit code."""
    problems: list[str] = []
    for name, trees in (("code", CODE), ("tests", TESTS)):
        sizes = measure(root, trees)
        print(
            f"{name}: {len(sizes.files)} files, median {sizes.median_file:g} lines; "
            f"{len(sizes.functions)} functions, median {sizes.median_function:g} lines"
        )
        problems += sizes.too_large() + (sizes.beyond_median() if trees == CODE else [])
    for problem in problems:
        print(f"too large: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if sys.argv[1:] else Path(__file__).parents[3])))
