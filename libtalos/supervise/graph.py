"""Dependencies between services: checked when services are loaded, so that a mistake is an error and not a hang."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from libtalos.supervise.errors import ServiceGraphError

Name = TypeVar("Name", bound=str)


def check(dependencies: Mapping[Name, Sequence[Name]]) -> None:
    """Refuse dependencies on services that do not exist, and cycles. Raises ServiceGraphError with the path."""
    for service, needed in dependencies.items():
        for name in needed:
            if name not in dependencies:
                known = ", ".join(sorted(dependencies))
                raise ServiceGraphError(
                    f'service "{service}" depends on "{name}", which is not defined; known: {known}'
                )
    cycle = find_cycle(dependencies)
    if cycle:
        path = " -> ".join(f'"{name}"' for name in cycle)
        raise ServiceGraphError(f"services depend on each other in a circle: {path}; remove one of these dependencies")


def find_cycle(dependencies: Mapping[Name, Sequence[Name]]) -> list[Name] | None:
    """The first cycle, beginning and ending with the same service; None if there is none."""
    finished: set[Name] = set()
    for start in dependencies:
        path: list[Name] = []
        pending = [(start, iter(dependencies[start]))] if start not in finished else []
        while pending:
            service, rest = pending[-1]
            if not path or path[-1] != service:
                path.append(service)
            following = next((name for name in rest if name not in finished), None)
            if following is None:
                finished.add(path.pop())
                pending.pop()
            elif following in path:
                return [*path[path.index(following) :], following]
            else:
                pending.append((following, iter(dependencies[following])))
    return None


def dependents(dependencies: Mapping[Name, Sequence[Name]]) -> dict[Name, tuple[Name, ...]]:
    """For each service those that depend on it directly."""
    result: dict[Name, list[Name]] = {service: [] for service in dependencies}
    for service, needed in dependencies.items():
        for name in needed:
            result[name].append(service)
    return {service: tuple(names) for service, names in result.items()}
