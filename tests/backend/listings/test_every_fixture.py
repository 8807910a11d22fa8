"""Each file of the fixtures is read by a test: here what is no item, and the list of which table has which file.

A directory of Open Referral UK is read whole, as its mocks have it; vocabularies, schemas and lists of other things
become no listing; and our own tables say what the vocabularies say.
"""

import csv
import json
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from backend.listings.reading.test_fixtures import CALENDARS, OPEN_REFERRAL, OPENACTIVE, REAL
from backend.listings.reading.test_merging import MERGED
from backend.listings.taking_in.conftest import DATASET, HOST, NOW, Board, board, got  # noqa: F401
from backend.listings.taking_in.test_messy import FOLDER as MESSY
from backend.listings.taking_in.test_messy import PAGES
from jointly.kit.fetching.urls import target_of
from jointly.listings.dates.clocks import LONDON
from jointly.listings.reading import openactive
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.taking_in.discovery import discover
from support.fixtures import FOLDER, fixture_bytes, fixture_json, needs_fixtures
from support.shipped import shipped_content

FACTS = FeedFacts(DATASET, "Ashford Leisure", "https://ashford-leisure.org.uk/")
LISTS = "openactive-lists"
COLLECTIONS = {
    f"{LISTS}/collection-cardio.jsonld": (159, 2),
    f"{LISTS}/collection-holistic.jsonld": (39, 0),
    f"{LISTS}/collection-strength-and-conditioning.jsonld": (109, 0),
}
"""How many members each has, and how many of those are not in the list any more."""
ACTIVITIES, SUPPORT = f"{LISTS}/activity-list.jsonld", f"{LISTS}/accessibility-support.jsonld"
FACILITIES, GROUPED = f"{LISTS}/facility-types.jsonld", "constructed/msk-activities.json"
OUTCODES, POSTCODES = "geo/outcodes-gibbs-2017.csv", "geo/postcodes-io-openapi-3.5.1.json"
PUBLISHERS, INDEX = "oruk/publishers-v1-dashboard.json", "openactive-examples/example_list.json"
EXPANDED = {f"{REAL}/{name}.json": name for name in ("course-with-schedule", "sessionseries-with-schedule")}
SETS = ("oruk/mocks/Default", "oruk/mocks/Warn", "oruk/mocks/Fail", "hsds/examples")
NO_SERVICES = (
    "organization_full",
    "organization_list",
    "taxonomy",
    "taxonomy_list",
    "taxonomy_term",
    "taxonomy_term_list",
)
SCHEMAS = ("oruk/schemas", "hsds/schemas-3.0")
TEMPLATE = "oruk/schemas/V1.0-UK/empty_page.json"
FAULTS = {
    ("Warn", "taxonomy_term"): 2,
    ("Fail", "taxonomy_term"): 2,
    ("Fail", "api_details"): 2,
    ("Fail", "service_list"): 11,
    ("Fail", "service_full"): 2,
    **{(name, "organization_list"): 3 for name in ("Default", "Warn", "Fail")},
}
"""What is wrong with the mocks by their own schemas, formats too (listings.md 10.3)."""


def below(folder: str) -> list[str]:
    """The files of a folder of the fixtures."""
    return sorted(str(file.relative_to(FOLDER)) for file in (FOLDER / folder).rglob("*") if file.is_file())


def read_somewhere() -> set[str]:
    """Every file that a test reads: by the tables of the tests themselves."""
    mocks = {f"{folder}/{name}.json" for folder in SETS for name in (*NO_SERVICES, "api_details")}
    return {
        "README.md",
        *OPENACTIVE,
        *OPEN_REFERRAL,
        *CALENDARS,
        *(f"{REAL}/{name}.json" for name in MERGED),
        *(path.replace(".json", "-normalised.json") for path in EXPANDED),
        *(f"{MESSY}/{name}.json" for name in PAGES.values()),
        *COLLECTIONS,
        *(ACTIVITIES, SUPPORT, FACILITIES, GROUPED, OUTCODES, POSTCODES, PUBLISHERS, INDEX),
        *(path for folder in SCHEMAS for path in below(folder)),
        *(path for path in mocks if (FOLDER / path).exists()),
    }


@needs_fixtures("that every file of the fixtures is read by a test")
def test_every_file_is_read():
    assert sorted(read_somewhere() ^ set(below("."))) == []


@needs_fixtures("that our own activities are those of OpenActive's list, by id and label")
def test_our_activities_are_those_of_the_list():
    listed = {one["id"]: one["prefLabel"] for one in fixture_json(ACTIVITIES)["concept"]}
    assert len(listed) == 768
    facts = shipped_content().activities.facts
    ours = {f"{facts.scheme}#{one.id}": one.label for one in facts.activities}
    assert ours.items() <= listed.items()
    grouped = {one["id"]: one["prefLabel"] for group in fixture_json(GROUPED)["groups"].values() for one in group}
    assert ours == grouped
    for path, counts in COLLECTIONS.items():
        members = fixture_json(path)["member"]
        assert (len(members), len(set(members) - listed.keys())) == counts, path
    assert not {one["id"] for one in fixture_json(FACILITIES)["concept"]} & ours.keys()


@needs_fixtures("that our middles of outcodes are those of the table, to three decimals")
def test_our_outcodes_are_those_of_the_table():
    rows = list(csv.DictReader(fixture_bytes(OUTCODES).decode("utf-8-sig").splitlines()))
    assert len(rows) == 2856
    table = {row["postcode"]: tuple(round(float(row[name]), 3) for name in ("latitude", "longitude")) for row in rows}
    ours = {name: (centre.lat, centre.lon) for name, centre in shipped_content().outcodes.centres.items()}
    # The table has E20 seven kilometres from its own grid reference: content/LICENCES.md says that it was put right.
    assert {name for name in table.keys() | ours.keys() if table.get(name) != ours.get(name)} == {"E20"}


@needs_fixtures("that terms of accessibility say whom it suits, and state no facet")
def test_terms_of_accessibility_state_nothing():
    terms = fixture_json(SUPPORT)["concept"]
    assert len(terms) == 6
    said = [{"@type": "Concept", "@id": one["id"], "prefLabel": one["prefLabel"]} for one in terms]
    taken = openactive.read_series({"@id": "x", "name": "Walk", "accessibilitySupport": said}, [], feed=FACTS, now=NOW)
    assert (taken.service.stated, {one.id for one in taken.service.topics}) == ({}, {one["id"] for one in terms})


@pytest.mark.parametrize("path", EXPANDED)
@needs_fixtures("that expanded schedules of the normaliser name the hours that ours have on the clock")
def test_expanded_schedules_name_the_hours_on_the_clock(path: str):
    given = fixture_json(path.replace(".json", "-normalised.json"))
    dates = sorted(set(starts(given)))
    assert dates, "there are dates in it"
    first = min(dates)
    at = NOW.replace(year=int(first[:4]), month=int(first[5:7]), day=int(first[8:10]), hour=0)
    ours = openactive.read_series(fixture_json(path)["data"], [], feed=FACTS, now=at).occurrences
    hours = {f"{one.start.astimezone(LONDON):%Y-%m-%dT%H:%M}" for one in ours}
    assert {date[:16] for date in dates} <= hours, "by the clock: what they call Z is not"


def starts(value) -> Iterator[str]:
    """Every start of a date in what the normaliser made."""
    if isinstance(value, dict):
        if "startDate" in value and "T" in str(value["startDate"]):
            yield value["startDate"]
        for inner in value.values():
            yield from starts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from starts(inner)


@needs_fixtures("that the schemas are schemas, and the template among them is no JSON")
def test_schemas_are_schemas():
    unreadable = set()
    for path in (path for folder in SCHEMAS for path in below(folder)):
        try:
            schema = fixture_json(path)
        except ValueError:
            unreadable.add(path)
            continue
        if "openapi" in schema:
            assert "/services" in schema["paths"], path
        else:
            Draft202012Validator.check_schema(schema)
    assert unreadable == {TEMPLATE}


@needs_fixtures("that the mocks have the faults that their schemas are known to find")
def test_the_schemas_find_what_is_wrong_with_the_mocks():
    found = {}
    for name in ("Default", "Warn", "Fail"):
        for path in below(f"oruk/mocks/{name}"):
            stem = path.rpartition("/")[2].removesuffix(".json")
            schema = f"oruk/schemas/V3.0-UK/{stem.replace('_full', '')}.json"
            if (FOLDER / schema).exists():
                check = Draft202012Validator(fixture_json(schema), format_checker=FormatChecker())
                found[name, stem] = len(list(check.iter_errors(fixture_json(path))))
    assert {key: count for key, count in found.items() if count} == FAULTS


@pytest.mark.parametrize("folder", SETS)
@needs_fixtures("that a whole directory of the mocks is found and read, and nothing but its services")
async def test_a_whole_directory_is_found_and_read(board: Board, folder: str):  # noqa: F811
    api = f"{HOST}/{folder}"
    rows = fixture_json(f"{folder}/service_list.json")["contents"]
    served = {"": "api_details", "services": "service_list", "services?page=1&per_page=50": "service_list"}
    served |= {f"services/{row['id']}": "service_full" for row in rows if "id" in row}
    served |= {name: name for name in NO_SERVICES}
    for path, name in served.items():
        if (FOLDER / f"{folder}/{name}.json").exists():
            url = f"{api}/{path}".rstrip("/") if path else api
            board.net.answers[url] = got(url, fixture_bytes(f"{folder}/{name}.json"))
    board.net.answers.setdefault(api, got(api, {"version": "HSDS"}))
    for name in NO_SERVICES:
        found = await discover(board.intake, f"{api}/{name}")
        assert (found.found, len(found.told)) == ([], 1), name
    [directory] = (await discover(board.intake, api)).found
    assert (directory.kind, directory.url) == ("oruk3", f"{api}/services")
    id = await board.add(directory.url, directory.kind)
    feed = await board.read(id)
    ids = {row["id"] for row in rows if "id" in row}
    # The example of HSDS is the first page of ten, of which the others are not there.
    ended = "gone" if folder == "hsds/examples" else "up-to-date"
    assert (feed.state, set(await board.records())) == (ended, ids), "no row is lost or invented"
    await board.derive(id)
    outcomes = [row[2] for row in (await board.records()).values()]
    assert set(outcomes) == {"used"} if folder != "oruk/mocks/Fail" else set(outcomes) <= {"used", "refused"}
    assert set(await board.listings()) == {"Community Counselling"}
    counted = await board.rows("select count(*) from fault where record is not null")
    assert counted[0][0] > 0, "its problems are counted"


@needs_fixtures("that lists of terms, of publishers and of examples are no sources")
async def test_what_is_no_source_is_not_added(board: Board):  # noqa: F811
    for path in (ACTIVITIES, SUPPORT, FACILITIES, GROUPED, PUBLISHERS, INDEX, *COLLECTIONS):
        board.net.answers[f"{HOST}/{path}"] = got(f"{HOST}/{path}", fixture_bytes(path))
        found = await discover(board.intake, f"{HOST}/{path}")
        assert (found.found, len(found.told)) == ([], 1), path
    publishers = fixture_json(PUBLISHERS)
    assert len(publishers) == 11
    assert [one["url"] for one in publishers if not hasattr(target_of(one["url"]), "wire")] == []
    names = {one["file"] for group in fixture_json(INDEX) for one in group["exampleList"]}
    assert {path.rpartition("/")[2] for path in OPENACTIVE if "examples" in path} <= names
    assert "paths" in json.loads(fixture_bytes(POSTCODES))
