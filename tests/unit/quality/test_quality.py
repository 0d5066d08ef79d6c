"""The checks of `make lint`, as tests: style, types, layers, spelling, contracts' style, sizes."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
COMMANDS = {
    "ruff check": ("ruff", "check", "--no-cache", "."),
    "ruff format": ("ruff", "format", "--no-cache", "--check", "."),
    "mypy": ("mypy",),
    "import layers": ("lint-imports", "--no-logo", "--no-cache"),
    "codespell": ("codespell", "."),
    "buf lint": ("buf", "lint", "proto"),
    "sizes": (sys.executable, "tests/unit/quality/sizes.py"),
}


def _run(command: tuple[str, ...], cwd: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", COMMANDS)
def test_the_repository_passes(name: str) -> None:
    """No finding of the tool, with the configuration in pyproject.toml."""
    result = _run(COMMANDS[name], ROOT)
    if result.returncode != 0:
        pytest.fail(f"{' '.join(COMMANDS[name])}\n{result.stdout}{result.stderr}", pytrace=False)


@pytest.fixture(scope="module")
def sizes() -> ModuleType:
    """The module sizes.py beside this file."""
    spec = importlib.util.spec_from_file_location("sizes", Path(__file__).with_name("sizes.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["sizes"] = module
    spec.loader.exec_module(module)
    return module


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _function(lines: int) -> str:
    return 'def f() -> None:\n    """Docstring\n    of two lines."""\n\n    # a comment\n' + "    print()\n" * (
        lines - 1
    )


@pytest.mark.parametrize(("lines", "large"), [(60, False), (61, True)])
def test_a_large_function_is_found(sizes: ModuleType, tmp_path: Path, lines: int, *, large: bool) -> None:
    """Docstring, comments and blank lines do not count."""
    _write(tmp_path, "libtalos/a.py", _function(lines))
    measured = sizes.measure(tmp_path, ("libtalos",))
    assert measured.median_function == lines
    assert measured.too_large() == ([f"libtalos/a.py:1 f: {lines} lines"] if large else [])


@pytest.mark.parametrize(("lines", "large"), [(600, False), (601, True)])
def test_a_large_file_is_found(sizes: ModuleType, tmp_path: Path, lines: int, *, large: bool) -> None:
    """Every line counts."""
    _write(tmp_path, "services/a.py", "x = 1\n" * lines)
    assert bool(sizes.measure(tmp_path, ("services",)).too_large()) is large


def test_medians_are_bounded(sizes: ModuleType, tmp_path: Path) -> None:
    """Many functions of eight lines are too many."""
    for index in range(3):
        _write(tmp_path, f"services/{index}.py", _function(8) + "x = 1\n" * 150)
    assert sizes.measure(tmp_path, ("services",)).beyond_median() == [
        "the median file has 162 lines, at most 130",
        "the median function has 8 lines, less than 8",
    ]


def test_generated_code_does_not_count(sizes: ModuleType, tmp_path: Path) -> None:
    """Nobody reads it."""
    _write(tmp_path, "libtalos/gen/a.py", "x = 1\n" * 2000)
    assert sizes.measure(tmp_path, ("libtalos",)).files == []


def test_the_script_fails_for_a_large_file(tmp_path: Path) -> None:
    """As `make lint` runs it."""
    _write(tmp_path, "libtalos/a.py", "x = 1\n" * 601)
    result = _run((sys.executable, str(Path(__file__).with_name("sizes.py")), str(tmp_path)), tmp_path)
    assert result.returncode == 1
    assert "too large: libtalos/a.py: 601 lines" in result.stderr
