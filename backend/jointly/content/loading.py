"""Reads the whole content tree: once to list its faults, or once to use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jointly.content.activities import Activities, read_activities
from jointly.content.exercises import Exercise, check_seated, read_exercise
from jointly.content.faults import ContentFaults, Desk, Fault
from jointly.content.figures import read_figures
from jointly.content.library_pack import library_pack
from jointly.content.lists import Lists, read_lists
from jointly.content.message_check import check_messages
from jointly.content.outcodes import Outcodes, read_outcodes
from jointly.content.outcodes_pack import outcodes_pack
from jointly.content.packing import lists_pack, pages_pack, programme_pack
from jointly.content.packs import LARGEST_PACK, Pack, Packs, pack
from jointly.content.pages import ServicePage, read_pages
from jointly.content.pathway_pack import pathways_pack
from jointly.content.pathways import Known, Pathway, read_pathways
from jointly.content.programmes import Programme, read_programme
from jointly.content.published import check_published
from jointly.content.questionnaire_cases import Cases, read_cases
from jointly.content.questionnaire_pack import questionnaires_pack
from jointly.content.questionnaires import Questionnaire, Questionnaires, read_questionnaires
from jointly.content.safety import Safety, read_safety
from jointly.content.safety_pack import safety_pack
from jointly.content.said import check_said
from jointly.content.topic_pack import topics_pack
from jointly.content.topics import Topic, read_topics
from jointly.content.unread import check_unread


@dataclass(frozen=True)
class Content:
    """Everything in the tree, checked and unchanging."""

    exercises: Mapping[str, Exercise]
    programmes: Mapping[str, Programme]
    lists: Lists
    pages: Mapping[str, ServicePage]
    safety: Safety
    questionnaires: Mapping[str, Questionnaire]
    pathways: Mapping[str, Pathway]
    topics: Mapping[str, Topic]
    activities: Activities
    outcodes: Outcodes
    packs: Packs


def check(root: Path) -> list[Fault]:
    """Every fault in the tree, in order of file and line; empty when it is fit to use."""
    return read(root).told


def load(root: Path) -> Content:
    """The content of a tree. Raises ContentFaults with all its faults when there is any.

    The words of the app are not looked at: they are built into it, and reading them takes half of a start.
    """
    desk = Desk(root)
    content, _ = _read(desk)
    if content is None or desk.faults:
        raise ContentFaults(desk.told)
    return content


def read(root: Path) -> Desk:
    """A desk on which the whole tree was read: all its files and all its faults."""
    return read_all(root).desk


@dataclass(frozen=True)
class Reading:
    """A whole tree as its editors need it: all its faults, the questionnaires that could be read, and worked cases."""

    desk: Desk
    questionnaires: Mapping[str, Questionnaire]
    cases: Cases


def read_all(root: Path) -> Reading:
    """What only those need to read who look after a tree: the words of screens and the worked cases too."""
    desk = Desk(root)
    _, questionnaires = _read(desk)
    check_messages(desk)
    cases = read_cases(desk)
    check_unread(desk)
    return Reading(desk, questionnaires.by_slug if questionnaires else {}, cases)


def _read(desk: Desk) -> tuple[Content | None, Questionnaires | None]:
    lists = read_lists(desk)
    exercises, known = _exercises(desk, lists)
    programmes = {
        folder: programme
        for folder in desk.folders("programmes")
        if (programme := read_programme(desk, folder, exercises, known))
    }
    pages = read_pages(desk)
    safety = read_safety(desk)
    topics = read_topics(desk)
    near = read_activities(desk), read_outcodes(desk)
    questionnaires = read_questionnaires(desk, safety)
    pathways = read_pathways(desk, _known_to_pathways(desk, questionnaires))
    if not programmes:
        desk.fault("programmes", 1, "there is no programme here that can be used")
    check_said(desk)
    check_published(desk)
    content = _content(desk, exercises, programmes, lists, pages, safety, questionnaires, pathways, topics, near)
    return content, questionnaires


def _exercises(desk: Desk, lists: Lists | None) -> tuple[dict[str, Exercise], set[str]]:
    """The usable exercises by slug, and every slug that a programme may name without a second fault."""
    folders, figures = desk.folders("exercises"), read_figures(desk)
    read = [exercise for folder in folders if (exercise := read_exercise(desk, folder, lists, figures))]
    exercises = {exercise.facts.slug: exercise for exercise in read}
    check_seated(exercises, {*folders, *exercises})
    return exercises, {*folders, *exercises}


def _known_to_pathways(desk: Desk, questionnaires: Questionnaires | None) -> Known:
    """Folders count, faulty ones too, so that their faults are told once."""
    read = questionnaires.by_slug.items() if questionnaires else ()
    assigned = {slug for slug, questionnaire in read if questionnaire.facts.assigned_only}
    return Known(desk.folders("questionnaires"), assigned, desk.folders("topics"), desk.folders("safety"))


def _content(
    desk: Desk,
    exercises: dict[str, Exercise],
    programmes: dict[str, Programme],
    lists: Lists | None,
    pages: dict[str, ServicePage],
    safety: Safety | None,
    questionnaires: Questionnaires | None,
    pathways: dict[str, Pathway],
    topics: dict[str, Topic],
    near: tuple[Activities | None, Outcodes | None],
) -> Content | None:
    """The tree put together, unless a fault leaves it with holes."""
    activities, outcodes = near
    if desk.faults or lists is None or safety is None or questionnaires is None:
        return None
    if activities is None or outcodes is None:
        return None
    packs = {f"programme-{slug}": pack(programme_pack(programme, lists)) for slug, programme in programmes.items()}
    packs["library"] = pack(library_pack(exercises.values(), lists))
    packs["lists"] = pack(lists_pack(lists))
    packs["pages"] = pack(pages_pack(pages))
    packs["safety"] = pack(safety_pack(safety))
    packs["questionnaires"] = pack(questionnaires_pack(questionnaires))
    packs["pathways"] = pack(pathways_pack(pathways))
    packs["topics"] = pack(topics_pack(topics))
    packs["outcodes"] = pack(outcodes_pack(outcodes))
    for slug in programmes:
        _check_size(desk, slug, packs[f"programme-{slug}"])
    return Content(
        exercises,
        programmes,
        lists,
        pages,
        safety,
        questionnaires.by_slug,
        pathways,
        topics,
        activities,
        outcodes,
        Packs(packs),
    )


def _check_size(desk: Desk, slug: str, made: Pack) -> None:
    if len(made.body) > LARGEST_PACK:
        size = f"{len(made.body):,} bytes, and {LARGEST_PACK:,} is the most"
        desk.fault(f"programmes/{slug}/programme.yaml", 1, f"the programme is too big for phones: {size}")
