"""Checks the Fluent messages: they parse, an id is there once, and every language has the same ids and variables.

Their words are plain, and say nothing that no words here may say.
"""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from jointly.content.faults import Desk
from jointly.content.message_texts import texts_of
from jointly.content.said import check_text
from jointly.content.words import HTML, NO_HTML

SOURCE = "en"
"""The language that the others are translated from."""


class Names(Visitor):
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
class Message:
    path: str
    line: int
    names: Names
    texts: tuple[tuple[int, str], ...]
    """All that it can say, each with its line."""


@dataclass
class Language:
    home: str
    paths: list[str]
    messages: dict[str, Message] = field(default_factory=dict)

    def path_for(self, other: Message) -> str:
        """Where a message belongs: in the area that it has in another language, if there is that file here."""
        path = f"{self.home}/{PurePosixPath(other.path).name}"
        return path if path in self.paths else (self.paths or [self.home])[0]


def check_messages(desk: Desk) -> None:
    languages = {name: read_language(desk, name) for name in desk.folders("messages")}
    source = languages.pop(SOURCE, None)
    if source is None or not source.messages:
        desk.fault(f"messages/{SOURCE}", 1, "there are no messages in English here")
        return
    for message in source.messages.values():
        for line, text in message.texts:
            check_text(desk, message.path, line, text)
    for language in languages.values():
        _compare(desk, language, source)


def read_language(desk: Desk, name: str) -> Language:
    """Every message and term of one language by id, whichever area it is in."""
    home = f"messages/{name}"
    paths = desk.files(home, ".ftl")
    language = Language(home, paths)
    for path in paths:
        _read_file(desk, path, language)
    for message in language.messages.values():
        for other in sorted(message.names.others - language.messages.keys()):
            desk.fault(message.path, message.line, f"there is no message '{other}'")
    return language


def _read_file(desk: Desk, path: str, language: Language) -> None:
    text = desk.text(path) or ""
    for number, line in enumerate(text.splitlines(), start=1):
        if HTML.search(line) and not line.startswith("#"):
            desk.fault(path, number, NO_HTML)
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            for note in entry.annotations:
                at = note.span.start if note.span else 0
                desk.fault(path, _line(text, at), f"this is not readable Fluent: {note.message}")
        elif isinstance(entry, ast.Message | ast.Term):
            mark = "-" if isinstance(entry, ast.Term) else ""
            _keep(desk, language, f"{mark}{entry.id.name}", _message(path, text, entry))


def _message(path: str, text: str, entry: ast.Message | ast.Term) -> Message:
    names = Names()
    names.visit(entry.value)
    names.visit(entry.attributes)
    said = tuple((_line(text, at), each) for at, each in texts_of(entry))
    return Message(path, _line(text, entry.id.span.start if entry.id.span else 0), names, said)


def _keep(desk: Desk, language: Language, id_: str, message: Message) -> None:
    first = language.messages.setdefault(id_, message)
    if first is not message:
        area = PurePosixPath(first.path).name
        desk.fault(message.path, message.line, f"the id '{id_}' is there twice: first in {area}, line {first.line}")


def _compare(desk: Desk, language: Language, source: Language) -> None:
    for id_, message in language.messages.items():
        original = source.messages.get(id_)
        if original is None:
            if not id_.startswith("-"):
                desk.fault(message.path, message.line, f"English has no message '{id_}'")
            continue
        _compare_names(desk, id_, message, original)
    for id_, original in source.messages.items():
        if id_ not in language.messages and not id_.startswith("-"):
            path = language.path_for(original)
            desk.fault(path, 1, f"'{id_}' is missing: English has it in {original.path}:{original.line}")


def _compare_names(desk: Desk, id_: str, message: Message, original: Message) -> None:
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
