"""How long an image takes and how large it is: from cached downloads, after a change of the suite, and unchanged.

Downloads are fetched first if the cache lacks them and are not counted: they measure the network.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from libtalos.image import build as builder
from libtalos.image.manifest import IMAGE
from libtalos.image.spec import BuildSpec, checkout_of_suite, read_spec
from libtalos.image.squashfs import pack
from libtalos.image.steps import FetchDebian, FetchWheels, Findings
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting

Clock = Callable[[], float]
Found = tuple[str, float, str]  # what, value, unit

# the level of the tests, the fastest near the knee, the recipe's own, the one for a release
LEVELS = (3, 9, 15, 19)


@dataclass(slots=True)
class StepTimer:
    """Takes a build's progress lines and knows how long each step took."""

    clock: Clock
    lines: list[tuple[float, str]] = field(default_factory=list)

    def report(self, line: str) -> None:
        """A step begins."""
        self.lines.append((self.clock(), line))

    def durations(self) -> Iterator[tuple[str, float]]:
        """Each step with its seconds; the last one ends now."""
        ends = [*(at for at, _line in self.lines[1:]), self.clock()]
        return ((line, end - at) for (at, line), end in zip(self.lines, ends, strict=True))


def run(setting: Setting) -> list[Row]:
    """Build anew in every round; nobody else builds this image, so there is nobody to compare with."""
    samples = Samples()
    for number in range(1, setting.rounds + 1):
        setting.say(f"image: round {number} of {setting.rounds}")
        setting.settle()
        with tempfile.TemporaryDirectory(dir=setting.work) as work:
            # packing hard takes minutes, and two processors do it alike in every round
            measure(Path(work), samples, clock=time.monotonic, levels=LEVELS if number == 1 else ())
    return samples.rows(ours=OURS)


def measure(work: Path, samples: Samples, *, clock: Clock, levels: Sequence[int]) -> None:
    """Build into work once, which should be on a disk and not in memory."""
    spec = _spec_with_downloads(work)
    found = itertools.chain(
        _steps(spec, work / "out", clock), _again(spec, work / "out", clock), _levels(spec, work, clock, levels)
    )
    for name, value, unit in found:
        samples.add(name, OURS, value, unit)


def _steps(spec: BuildSpec, output: Path, clock: Clock) -> Iterator[Found]:
    timer = StepTimer(clock)
    started = clock()
    manifest = builder.build(spec, output, progress=timer.report)
    yield (f"image from cached downloads, zstd {spec.level}", clock() - started, "s")
    yield from ((f"  {line}", seconds, "s") for line, seconds in timer.durations())
    yield ("  files", len(manifest.files), "")
    yield ("  unpacked", manifest.image.unpacked / 2**20, "MiB")


def _again(spec: BuildSpec, output: Path, clock: Clock) -> Iterator[Found]:
    changed = replace(spec, version=f"{spec.version}.1")
    yield (f"image after a change of the suite, zstd {spec.level}", _timed(clock, changed, output), "s")
    yield ("image unchanged", _timed(clock, changed, output), "s")


def _levels(spec: BuildSpec, work: Path, clock: Clock, levels: Sequence[int]) -> Iterator[Found]:
    tree = next((spec.cache / "base").glob("*/root"))
    for level in levels:
        image = work / IMAGE
        started = clock()
        pack(tree, image, created=spec.created, level=level)
        yield (f"pack at zstd {level}", clock() - started, "s")
        yield (f"size at zstd {level}", image.stat().st_size / 2**20, "MiB")


def _timed(clock: Clock, spec: BuildSpec, output: Path) -> float:
    started = clock()
    builder.build(spec, output, progress=lambda _line: None)
    return clock() - started


def _spec_with_downloads(work: Path) -> BuildSpec:
    shared = read_spec(_snapshot(work / "checkout"), level=3, cache=checkout_of_suite() / "_out" / "cache")
    findings = Findings(debs=[], wheels=[])
    for step in builder.plan(shared, shared.cache).steps:
        if isinstance(step, FetchDebian | FetchWheels):
            step.execute(findings)
    for name in ("debs", "wheels"):
        shutil.copytree(shared.cache / name, work / "cache" / name, copy_function=os.link)
    return replace(shared, cache=work / "cache")


def _snapshot(target: Path) -> Path:
    """What goes into the image, apart from the checkout that somebody may edit meanwhile."""
    for name in ("libtalos", "services", "rootfs", "locks"):
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(checkout_of_suite() / name, target / name, symlinks=True, ignore=skipped)
    return target
