"""Checks the Fluent messages: they parse, an id is there once, and every language has the same ids and variables."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from jointly.content.faults import Desk

SOURCE = "en"
"""The language that the others are translated from."""


class _Names(Visitor):
    """What a message asks for: variables, attributes of its own, and other messages or terms."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.attributes: set[str] = set()
        self.others: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.attributes.add(node.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.others.add(f"-{node.id.name}")
        self.generic_visit(node)


@dataclass(frozen=True)
class _Message:
    path: str
    line: int
    names: _Names


@dataclass
class _Language:
    first_path: str
    messages: dict[str, _Message] = field(default_factory=dict)


def check_messages(desk: Desk) -> None:
    languages = {name: _read(desk, name) for name in desk.folders("messages")}
    source = languages.pop(SOURCE, None)
    if source is None or not source.messages:
        desk.fault(f"messages/{SOURCE}", 1, "there are no messages in English here")
        return
    for language in languages.values():
        _compare(desk, language, source)


def _read(desk: Desk, name: str) -> _Language:
    """Every message and term of one language by id, whichever area it is in."""
    home = f"messages/{name}"
    paths = desk.files(home, ".ftl")
    language = _Language(paths[0] if paths else home)
    for path in paths:
        _read_file(desk, path, language)
    for message in language.messages.values():
        for other in sorted(message.names.others - language.messages.keys()):
            desk.fault(message.path, message.line, f"there is no message '{other}'")
    return language


def _read_file(desk: Desk, path: str, language: _Language) -> None:
    text = desk.text(path) or ""
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            for note in entry.annotations:
                at = note.span.start if note.span else 0
                desk.fault(path, _line(text, at), f"this is not readable Fluent: {note.message}")
        elif isinstance(entry, ast.Message | ast.Term):
            mark = "-" if isinstance(entry, ast.Term) else ""
            _keep(desk, language, f"{mark}{entry.id.name}", _message(path, text, entry))


def _message(path: str, text: str, entry: ast.Message | ast.Term) -> _Message:
    names = _Names()
    names.visit(entry.value)
    names.visit(entry.attributes)
    return _Message(path, _line(text, entry.id.span.start if entry.id.span else 0), names)


def _keep(desk: Desk, language: _Language, id_: str, message: _Message) -> None:
    first = language.messages.setdefault(id_, message)
    if first is not message:
        area = PurePosixPath(first.path).name
        desk.fault(message.path, message.line, f"the id '{id_}' is there twice: first in {area}, line {first.line}")


def _compare(desk: Desk, language: _Language, source: _Language) -> None:
    for id_, message in language.messages.items():
        original = source.messages.get(id_)
        if original is None:
            if not id_.startswith("-"):
                desk.fault(message.path, message.line, f"English has no message '{id_}'")
            continue
        _compare_names(desk, id_, message, original)
    for id_, original in source.messages.items():
        if id_ not in language.messages and not id_.startswith("-"):
            desk.fault(language.first_path, 1, f"'{id_}' is missing: English has it in {original.path}:{original.line}")


def _compare_names(desk: Desk, id_: str, message: _Message, original: _Message) -> None:
    ours, theirs = message.names, original.names
    for what, here, there in (
        ("variable $", ours.variables, theirs.variables),
        ("attribute .", ours.attributes, theirs.attributes),
    ):
        for name in sorted(there - here):
            desk.fault(message.path, message.line, f"'{id_}' lacks the {what}{name} that English has")
        for name in sorted(here - there):
            desk.fault(message.path, message.line, f"'{id_}' has the {what}{name} that English lacks")


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
