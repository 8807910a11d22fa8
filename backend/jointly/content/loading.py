"""Reads the whole content tree: once to list its faults, or once to use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jointly.content.exercises import Exercise, read_exercise
from jointly.content.faults import ContentFaults, Desk, Fault
from jointly.content.lists import Lists, read_lists
from jointly.content.message_check import check_messages
from jointly.content.packing import lists_pack, pages_pack, programme_pack
from jointly.content.packs import LARGEST_PACK, Pack, Packs, pack
from jointly.content.pages import ServicePage, read_pages
from jointly.content.programmes import Programme, read_programme


@dataclass(frozen=True)
class Content:
    """Everything in the tree, checked and unchanging."""

    exercises: Mapping[str, Exercise]
    programmes: Mapping[str, Programme]
    lists: Lists
    pages: Mapping[str, ServicePage]
    packs: Packs


def check(root: Path) -> list[Fault]:
    """Every fault in the tree, in order of file and line; empty when it is fit to use."""
    return _read(root)[1]


def load(root: Path) -> Content:
    """The content of a tree. Raises ContentFaults with all its faults when there is any."""
    content, faults = _read(root)
    if content is None or faults:
        raise ContentFaults(faults)
    return content


def _read(root: Path) -> tuple[Content | None, list[Fault]]:
    desk = Desk(root)
    lists = read_lists(desk)
    exercises, known = _exercises(desk, lists)
    programmes = {
        folder: programme
        for folder in desk.folders("programmes")
        if (programme := read_programme(desk, folder, exercises, known))
    }
    pages = read_pages(desk)
    check_messages(desk)
    if not programmes:
        desk.fault("programmes", 1, "there is no programme here that can be used")
    content = _content(desk, exercises, programmes, lists, pages)
    return content, sorted(set(desk.faults))


def _exercises(desk: Desk, lists: Lists | None) -> tuple[dict[str, Exercise], set[str]]:
    """The usable exercises by slug, and every slug that a programme may name without a second fault."""
    folders = desk.folders("exercises")
    read = [exercise for folder in folders if (exercise := read_exercise(desk, folder, lists))]
    exercises = {exercise.facts.slug: exercise for exercise in read}
    return exercises, {*folders, *exercises}


def _content(
    desk: Desk,
    exercises: dict[str, Exercise],
    programmes: dict[str, Programme],
    lists: Lists | None,
    pages: dict[str, ServicePage],
) -> Content | None:
    """The tree put together, unless a fault leaves it with holes."""
    if desk.faults or lists is None:
        return None
    packs = {f"programme-{slug}": pack(programme_pack(programme, lists)) for slug, programme in programmes.items()}
    packs["lists"] = pack(lists_pack(lists))
    packs["pages"] = pack(pages_pack(pages))
    for slug in programmes:
        _check_size(desk, slug, packs[f"programme-{slug}"])
    return Content(exercises, programmes, lists, pages, Packs(packs))


def _check_size(desk: Desk, slug: str, made: Pack) -> None:
    if len(made.body) > LARGEST_PACK:
        size = f"{len(made.body):,} bytes, and {LARGEST_PACK:,} is the most"
        desk.fault(f"programmes/{slug}/programme.yaml", 1, f"the programme is too big for phones: {size}")
