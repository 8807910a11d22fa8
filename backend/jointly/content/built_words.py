"""The words of screens are built into the app. Another tree's own have to fit it, and change no screen."""

import re
from pathlib import Path

from jointly.content.faults import Desk, Fault
from jointly.content.message_check import SOURCE, Language, Message, read_language

PROGRAM = ("pwa/src/**/*.ts", "pwa/src/**/*.tsx", "backend/jointly/**/*.py")
_SAYS = re.compile(r"""\b_?(?:t|speak)\(\s*["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.[a-z-]+)?["']""")
UNSEEN = "the words of screens are built into the app, so people go on reading those: see content/README.md"


def check_built(desk: Desk, shipped: Path) -> list[Fault]:
    """Faults ids and variables that the app does not know, or lacks; gives, apart, where words differ from its own.

    `shipped` is the tree that the app is built from. It is held to the program beside it, in a checkout.
    """
    ours, built = read_language(Desk(desk.root), SOURCE), read_language(Desk(shipped), SOURCE)
    if shipped.resolve() == desk.root.resolve():
        _check_program(desk, ours)
        return []
    if not ours.messages or not built.messages:
        return []
    for id_, message in built.messages.items():
        if id_ not in ours.messages:
            desk.fault(ours.path_for(message), 1, f"'{id_}' is missing: the app says it")
    for id_, message in ours.messages.items():
        _check(desk, id_, message, built)
    return _differing(ours, built)


def _check_program(desk: Desk, ours: Language) -> None:
    """Faults each id that the program says in so many letters and that has no words."""
    beside = desk.root.resolve().parent
    files = [file for pattern in PROGRAM for file in sorted(beside.glob(pattern))]
    for file in files:
        for id_ in _SAYS.findall(file.read_text(encoding="utf-8")):
            if id_ not in ours.messages:
                place = file.relative_to(beside).as_posix()
                desk.fault(f"messages/{SOURCE}", 1, f"there is no message '{id_}', which {place} says")


def _check(desk: Desk, id_: str, message: Message, built: Language) -> None:
    original = built.messages.get(id_)
    if original is None:
        desk.fault(message.path, message.line, f"the app has no message '{id_}'")
        return
    for name in sorted(message.names.variables - original.names.variables):
        desk.fault(message.path, message.line, f"'{id_}' has the variable ${name}, which the app does not fill in")
    for name in sorted(original.names.attributes ^ message.names.attributes):
        desk.fault(message.path, message.line, f"'{id_}' has the attribute .{name} here or in the app, but not in both")


def _differing(ours: Language, built: Language) -> list[Fault]:
    """In each file the first message with words of its own, and how many there are."""
    found: dict[str, list[Message]] = {}
    for id_, message in ours.messages.items():
        original = built.messages.get(id_)
        if original is not None and [text for _, text in message.texts] != [text for _, text in original.texts]:
            found.setdefault(message.path, []).append(message)
    return [
        Fault(path, min(message.line for message in messages), f"{_counted(len(messages))}: {UNSEEN}")
        for path, messages in sorted(found.items())
    ]


def _counted(count: int) -> str:
    return "1 message has words of its own" if count == 1 else f"{count} messages have words of their own"
