"""Every word comes from content/messages/en, every message there is said somewhere, and no message is missing."""

import re
from functools import cache

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from support.repository import GENERATED, files_under, named

ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
# t("id"), speak("id.attribute") and t(`id-${part}`), as the phone and the server say words.
SAID = re.compile(r"""\b_?(?:t|speak)\(\s*(?:"([^"]*)"|'([^']*)'|f?`([^`]*)`)""")
LITERAL = re.compile(rf"""["'`]({ID})(?:\.{ID})?["'`]""")
BUILT = re.compile(r"""(?:`|\bf["'])([a-z][a-z0-9-]*-)\$?\{[^}]*\}([a-z0-9-]*)["'`]""")


class _References(Visitor):
    """The messages and terms that one message is made of."""

    def __init__(self) -> None:
        self.ids: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.ids.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.ids.add(node.id.name)


@cache
def messages() -> dict[str, set[str]]:
    """Each English message and term, with those it is made of."""
    found: dict[str, set[str]] = {}
    for file in files_under("content/messages/en", ".ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                references = _References()
                references.visit(entry)
                found[entry.id.name] = references.ids
    return found


@cache
def sources() -> dict[str, str]:
    """The program's own text, by path."""
    files = [*files_under("pwa/src", ".ts", ".tsx"), *files_under("backend/jointly", ".py")]
    return {named(file): file.read_text(encoding="utf-8") for file in files if file.name not in GENERATED}


def built_ids(text: str) -> list[re.Pattern[str]]:
    """Patterns of the ids that a program puts together, such as outcome-${outcome}."""
    return [re.compile(rf"{re.escape(start)}[a-z0-9-]+{re.escape(end)}") for start, end in BUILT.findall(text)]


def test_no_message_is_missing():
    known = messages().keys()
    missing = []
    for path, text in sources().items():
        for groups in SAID.findall(text):
            said = next(filter(None, groups), "").partition(".")[0]
            if re.fullmatch(ID, said) and said not in known:
                missing.append(f"{path}: {said}")
        for pattern in built_ids(text) if path.startswith("pwa/src/page") else []:
            if not any(pattern.fullmatch(id) for id in known):
                missing.append(f"{path}: {pattern.pattern}")
    assert missing == []


def test_no_message_is_made_of_one_that_is_missing():
    known = messages()
    assert {id: made_of - known.keys() for id, made_of in known.items() if made_of - known.keys()} == {}


def test_every_message_is_said_somewhere():
    said: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for text in sources().values():
        said.update(LITERAL.findall(text))
        patterns += built_ids(text)
    known = messages()
    used = {id for id in known if id in said or any(pattern.fullmatch(id) for pattern in patterns)}
    for id in list(used):
        used |= known[id]
    assert sorted(known.keys() - used) == []
