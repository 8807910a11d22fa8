"""Published versions: what each of them means never changes. published.yaml keeps it, as hashes.

Whoever wrote down that they did version 2 of something did what version 2 says today. A change is a new version.
"""

from typing import Annotated

from pydantic import Field

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.meaning import Item, items_of
from jointly.content.models import Fact

PUBLISHED = "published.yaml"
_HEAD = """\
# What each published version means, as hashes of its facts and of its words. `jointly content publish` adds to it.
# Nothing here is ever changed: a change of an item is a new version.
items:
"""
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Frozen(Fact):
    facts: Hash
    words: Hash


class Published(Fact):
    """published.yaml: by folder and version."""

    items: dict[str, dict[Annotated[str, Field(pattern=r"^[1-9][0-9]*$")], Frozen]]


def check_published(desk: Desk) -> None:
    """Faults every change of a published version. Call it last: an item with other faults is left alone."""
    if not (desk.root / PUBLISHED).is_file():
        return
    sheet = read_facts(desk, PUBLISHED, Published)
    if sheet is None:
        return
    faulty = {fault.path for fault in desk.faults}
    found = [item for item in items_of(desk) if not any(path.startswith(f"{item.home}/") for path in faulty)]
    for item in found:
        _check(desk, item, sheet.facts.items.get(item.home, {}))
    _check_kept(sheet)


def _check(desk: Desk, item: Item, versions: dict[str, Frozen]) -> None:
    newest = max(map(int, versions), default=0)
    published = versions.get(str(item.version))
    if published is None:
        if item.version < newest and not item.is_questionnaire:
            desk.fault(item.path, item.line, f"version {newest} is published already: make it version {newest + 1}")
        return
    changed = [part for part in ("facts", "words") if getattr(item, part) != getattr(published, part)]
    if changed:
        other = f"version {item.version} was published with other {' and '.join(changed)}"
        way = (
            f"put the change into a new folder, v{newest + 1}"
            if item.is_questionnaire
            else f"make it version {newest + 1}"
        )
        desk.fault(item.path, item.line, f"{other}: {way}")


def _check_kept(sheet: Sheet[Published]) -> None:
    """A version of a questionnaire stays for ever: answers can only be read with what was asked."""
    for home in sheet.facts.items:
        if home.startswith("questionnaires/") and not (sheet.desk.root / home).is_dir():
            sheet.fault(("items", home), f"{home} was published and is gone: answers to it could not be read")


def publish(desk: Desk) -> list[Item]:
    """Adds every version that is not published yet to published.yaml; gives those. For a tree without faults."""
    sheet = read_facts(desk, PUBLISHED, Published) if (desk.root / PUBLISHED).is_file() else None
    kept = {home: dict(versions) for home, versions in sheet.facts.items.items()} if sheet else {}
    new = [item for item in items_of(desk) if str(item.version) not in kept.get(item.home, {})]
    for item in new:
        kept.setdefault(item.home, {})[str(item.version)] = Frozen(facts=item.facts, words=item.words)
    if new:
        (desk.root / PUBLISHED).write_text(_written(kept), encoding="utf-8")
    return new


def _written(items: dict[str, dict[str, Frozen]]) -> str:
    lines = []
    for home, versions in sorted(items.items()):
        lines.append(f"  {home}:\n")
        for version, frozen in sorted(versions.items(), key=lambda each: int(each[0])):
            lines.append(f'    {version}: {{ facts: "{frozen.facts}", words: "{frozen.words}" }}\n')
    return _HEAD + "".join(lines)
