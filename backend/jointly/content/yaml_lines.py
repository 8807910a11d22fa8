"""Reads YAML with the line of every key, so that a fault can say where it is.

Plainer than YAML 1.1, which reads `on:` as true and 10:30 as 630: here only true, false, null and plain numbers are
special. Anchors are refused, since a repeated piece has two places and one line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Marked:
    """What a YAML file says, the line of each place in it, and the keys that were written twice."""

    value: Any
    lines: dict[Place, int]
    repeated: tuple[tuple[int, str], ...]

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it when the place itself is not there."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


class UnreadableYaml(Exception):
    """The file is not YAML. Carries the line where reading stopped."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


class _Resolver(yaml.resolver.BaseResolver):
    yaml_implicit_resolvers: dict[str, Any] = {}


class _PlainLoader(_Resolver, yaml.SafeLoader):
    """Says in plain words where a file stops making sense."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.MarkedYAMLError(problem="anchors and aliases are not used here", problem_mark=event.start_mark)
        return super().compose_node(parent, index)


for _kind, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
):
    _Resolver.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(_pattern), list(_first))

if yaml.__with_libyaml__:

    class _QuickLoader(_Resolver, yaml.CSafeLoader):
        """Reads what is right in a tenth of the time: a whole tree is read at each start."""

else:  # PyYAML was built without its C library
    _QuickLoader = _PlainLoader

_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:bool": lambda text: text == "true",
    "tag:yaml.org,2002:null": lambda text: None,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}


@lru_cache(maxsize=1024)
def read_yaml(text: str) -> Marked:
    """Reads one YAML document. Raises UnreadableYaml with the line where it stops making sense.

    Kept by its text: whoever checks the tree again after changing one file waits for that file alone.
    """
    try:
        node = _quickly(text) or yaml.compose(text, Loader=_PlainLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYaml(mark.line + 1 if mark else 1, error.problem or "it cannot be read") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise UnreadableYaml(line, "there is a character that YAML does not allow") from error
    lines: dict[Place, int] = {}
    repeated: list[tuple[int, str]] = []
    value = _value(node, (), lines, repeated) if node else None
    return Marked(value, lines, tuple(repeated))


def _quickly(text: str) -> yaml.Node | None:
    """The document, or none when the careful loader must look at it: it may be wrong, or have an alias in it."""
    if "*" in text:
        return None
    try:
        return yaml.compose(text, Loader=_QuickLoader)
    except yaml.YAMLError:
        return None


def _value(node: yaml.Node, place: Place, lines: dict[Place, int], repeated: list[tuple[int, str]]) -> Any:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, index), lines, repeated) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, item in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in found:
                repeated.append((line, name))
            lines[(*place, name)] = line
            found[name] = _value(item, (*place, name), lines, repeated)
        return found
    return _SCALARS.get(node.tag, str)(node.value)
