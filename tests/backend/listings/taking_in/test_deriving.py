"""From records to listings: parents and children, whatever order they come in, and the same rows each time."""

from datetime import UTC, datetime, timedelta

from backend.listings.taking_in.conftest import DATASET, HOST, SERIES, SESSIONS, Board, item, page, series, session
from jointly.kit.db import Query
from jointly.listings.reading.ids import service_id
from jointly.listings.taking_in.deriving import derive_again, roll_forward
from jointly.listings.taking_in.removing import remove
from jointly.listings.taking_in.reporting import report, standings

UNTIMED = {"eventSchedule": None}
FIRST, SECOND = datetime(2026, 11, 24, 10, 30, tzinfo=UTC), datetime(2026, 12, 1, 10, 30, tzinfo=UTC)


async def both(board: Board, classes: list[dict], dates: list[dict]):
    """Two feeds of one dataset, read but not derived."""
    ids = []
    for url, items in ((SERIES, classes), (SESSIONS, dates)):
        board.net.answers |= {url: page(f"{url}?end", *items), f"{url}?end": page(f"{url}?end")}
        ids.append(await board.add(url))
        await board.read(ids[-1])
    return ids


async def more(board: Board, id, url: str, *items: dict) -> None:
    """Something new comes at the end of a feed."""
    feed = await board.source(id)
    board.net.answers |= {feed.cursor: page(url, *items), url: page(url)}
    await board.read(id)


def dated(name: str, of, modified: int, /, **also) -> dict:
    return item(name, modified, session(name, of, **also), kind="ScheduledSession")


async def test_children_wait_for_their_parent_and_are_shown_with_it(board: Board):
    classes, dates = await both(board, [], [dated("s1", "1", 1), dated("s2", "1", 2, start="2026-12-01T10:30:00Z")])
    await board.derive(dates)
    assert [row[2] for row in (await board.records()).values()] == ["waiting", "waiting"]
    assert await board.listings() == {}
    await more(board, classes, f"{SERIES}?2", item("1", 5, series("1", **UNTIMED)))
    assert await board.derive(classes) == 1
    assert await board.dates("Class 1") == [(FIRST, "scheduled"), (SECOND, "scheduled")]
    assert {row[2] for row in (await board.records()).values()} == {"used"}
    assert await board.derive(dates) == 0


async def test_a_parent_that_changes_goes_or_is_cancelled_takes_its_children_along(board: Board):
    parent = item("1", 5, series("1", **UNTIMED))
    classes, dates = await both(board, [parent], [dated("s1", "1", 1)])
    for id in (classes, dates):
        await board.derive(id)
    await more(board, classes, f"{SERIES}?2", item("1", 6, series("1", name="Renamed", **UNTIMED)))
    await board.derive(classes)
    assert await board.listings() == {"Renamed": "shown"}
    gone = series("1", name="Renamed", eventStatus="https://schema.org/EventCancelled", **UNTIMED)
    await more(board, classes, f"{SERIES}?3", item("1", 7, gone))
    await board.derive(classes)
    assert await board.listings() == {"Renamed": "cancelled"}
    assert await board.dates("Renamed") == [(FIRST, "cancelled")]
    await more(board, classes, f"{SERIES}?4", item("1", 8))
    await board.derive(classes)
    assert await board.listings() == {"Renamed": "gone"}
    assert (await board.records())["s1"][2] == "waiting"
    await more(board, classes, f"{SERIES}?5", item("1", 9, series("1", **UNTIMED)))
    await board.derive(classes)
    assert await board.listings() == {"Class 1": "shown"}


async def test_a_child_that_moves_to_another_parent_leaves_the_first(board: Board):
    parents = [item(name, number, series(name, **UNTIMED)) for number, name in enumerate("12", 1)]
    classes, dates = await both(board, parents, [dated("s1", "1", 1)])
    await board.derive(classes)
    await board.derive(dates)
    assert await board.dates("Class 1") == [(FIRST, "scheduled")]
    await more(board, dates, f"{SESSIONS}?2", dated("s1", "2", 2))
    await board.derive(dates)
    await board.derive(classes)
    assert (await board.dates("Class 1"), await board.dates("Class 2")) == ([], [(FIRST, "scheduled")])


async def test_a_deleted_date_goes_and_the_schedule_stays(board: Board):
    classes, dates = await both(board, [item("1", 1, series("1"))], [dated("s1", "1", 1, start="2026-11-25T18:00:00Z")])
    await board.derive(classes)
    await board.derive(dates)
    extra = datetime(2026, 11, 25, 18, tzinfo=UTC)
    before = [start for start, _ in await board.dates("Class 1")]
    assert extra in before
    assert len(before) == 13
    await more(board, dates, f"{SESSIONS}?2", item("s1", 2, kind="ScheduledSession"))
    await board.derive(dates)
    assert [start for start, _ in await board.dates("Class 1")] == [start for start in before if start != extra]


async def test_embedded_series_slots_and_items_without_an_id(board: Board):
    inside = series("in", **UNTIMED)
    nameless = {name: value for name, value in series("x").items() if name != "@id"}
    slot = {
        "@type": "Slot",
        "@id": f"{HOST}/slot/1",
        "facilityUse": f"{HOST}/fu/1",
        "startDate": "2026-11-24T10:30:00Z",
    }
    items = [dated("e1", inside, 1), dated("e2", inside, 2, start="2026-12-01T10:30:00Z")]
    items += [item("n", 3, nameless), item("slot", 4, slot, kind="Slot")]
    _, feed = await both(board, [], items)
    await board.derive(feed)
    assert await board.listings() == {"Class in": "shown", "Class x": "shown"}
    assert len(await board.dates("Class in")) == 2
    assert {key: row[2] for key, row in (await board.records()).items()} == {
        **dict.fromkeys(("e1", "e2", "n"), "used"),
        "slot": "skipped",
    }
    assert await board.faults() == {"id-missing": 1}
    # It has an id that stays, so that its deletion finds it.
    await more(board, feed, f"{SESSIONS}?2", item("n", 9))
    await board.derive(feed)
    assert await board.listings() == {"Class in": "shown", "Class x": "gone"}


async def test_a_series_takes_over_from_what_it_is_part_of(board: Board):
    above = {"@type": "EventSeries", "@id": f"{HOST}/above", "name": "Season", "genderRestriction": "FemaleOnly"}
    lower = series("1", superEvent=f"{HOST}/above")
    classes, _ = await both(board, [item("1", 1, lower), item("a", 2, above)], [])
    await board.derive(classes)
    [(body,)] = await board.rows("select body from listing where name = 'Class 1'")
    assert '"gender":"female"' in body


async def test_two_items_of_one_id_make_one_listing_and_are_told(board: Board):
    classes, _ = await both(board, [item("1", 1, series("1")), item("2", 2, series("1", name="Newer"))], [])
    await board.derive(classes)
    assert await board.listings() == {"Newer": "shown"}
    assert (await board.faults())["id-doubled"] == 1


async def test_what_is_derived_again_is_the_same(board: Board):
    dates = [dated("s1", "1", 1), dated("s2", "9", 2), dated("bad", "1", 3, start="never")]
    classes, sessions = await both(board, [item("1", 1, series("1", activity=[])), item("2", 2, {"x": 1})], dates)

    async def rows() -> list[list[tuple]]:
        return [
            await board.rows("select id, source, state, body, card, changed_at, runs_days from listing order by id"),
            await board.rows("select id, listing, start, status, explicit, body from dated order by id"),
            await board.rows("select listing, day, lat, lon, facets, minute, next_at, words from find order by 1"),
            await board.rows("select source, record, code, item, found, count from fault order by record, code"),
            await board.rows("select id, outcome, work from record order by id"),
        ]

    for id in (classes, sessions):
        await board.derive(id)
    before = await rows()
    assert before[0]
    assert before[3]
    board.now += timedelta(minutes=5)
    for id in (classes, sessions):
        await derive_again(board.intake, await board.source(id))
        await board.derive(id)
    after = await rows()
    for one, other in zip(before, after, strict=True):
        assert one == other


async def test_a_missing_parent_is_an_alarm_after_a_day_and_counted_once(board: Board):
    dates = [dated(f"s{number}", "missing", number) for number in range(5)] + [dated("t", "other", 9)]
    _, feed = await both(board, [], dates)
    await board.derive(feed)

    async def told() -> list[tuple]:
        lines = await board.db.read(report, await board.source(feed), board.now, purpose="test")
        return [(line.code, line.count, line.found) for line in lines]

    assert await told() == []
    board.now += timedelta(hours=25)
    assert await told() == [("parent-missing", 2, "6 sessions wait")]


async def test_a_large_family_is_read_a_part_at_a_time(board: Board, monkeypatch):
    monkeypatch.setattr("jointly.listings.taking_in.deriving.MOST_CHILDREN", 3)
    dates = [dated(f"s{number}", "1", number, start=f"2026-11-2{number}T10:30:00Z") for number in range(4, 9)]
    lost = [dated(f"o{number}", "lost", number) for number in range(5)]
    classes, feed = await both(board, [item("1", 1, series("1", **UNTIMED))], dates + lost)
    await board.derive(classes)
    await board.derive(feed)
    assert len(await board.dates("Class 1")) == 3
    outcomes = {key: row[2] for key, row in (await board.records()).items()}
    assert sorted(outcomes[f"s{number}"] for number in range(4, 9)) == ["skipped", "skipped", "used", "used", "used"]
    assert {outcomes[f"o{number}"] for number in range(5)} == {"waiting"}


async def test_a_date_that_has_passed_gives_way_to_the_next(board: Board):
    classes, _ = await both(board, [item("1", 1, series("1"))], [])
    await board.derive(classes)

    async def next_at() -> list[tuple]:
        return await board.rows("select next_at from find")

    assert await next_at() == [(int(FIRST.timestamp()),)]
    board.now = FIRST
    assert await roll_forward(board.intake, await board.source(classes)) == 0
    board.now = FIRST + timedelta(minutes=1)
    assert await roll_forward(board.intake, await board.source(classes)) == 1
    await board.derive(classes)
    assert await next_at() == [(int(SECOND.timestamp()),)]
    assert await roll_forward(board.intake, await board.source(classes)) == 0


async def test_the_last_date_that_has_passed_hides_the_class(board: Board):
    only = item("1", 1, series("1", **UNTIMED)), [dated("s1", "1", 1)]
    classes, dates = await both(board, [only[0]], only[1])
    await board.derive(classes)
    await board.derive(dates)
    board.now = FIRST + timedelta(hours=2)
    for id in (classes, dates):
        await roll_forward(board.intake, await board.source(id))
        await board.derive(id)
    assert await board.listings() == {"Class 1": "hidden"}
    assert await board.rows("select count(*) from find") == [(0,)]


async def test_dates_are_made_anew_before_they_run_out(board: Board):
    classes, _ = await both(board, [item("1", 1, series("1"))], [])
    await board.derive(classes)
    last = (await board.dates("Class 1"))[-1][0]
    board.now += timedelta(weeks=3)
    assert await roll_forward(board.intake, await board.source(classes)) == 1
    await board.derive(classes)
    assert (await board.dates("Class 1"))[-1][0] == last + timedelta(weeks=3)


async def test_a_source_that_is_removed_leaves_nothing(board: Board):
    classes, dates = await both(board, [item("1", 1, series("1"))], [dated("s1", "1", 1)])
    await board.derive(classes)
    await board.derive(dates)
    assert await remove(board.intake, classes)
    assert not await remove(board.intake, classes)
    for table in ("listing", "dated", "find"):
        assert await board.rows(f"select count(*) from {table}") == [(0,)]
    [left] = await board.db.read(standings, purpose="test")
    assert left.source.id == dates
    assert left.records == {"to do": 1} or left.records == {"used": 1}
    assert await remove(board.intake, dates)
    for table in ("record", "fault"):
        assert await board.rows(f"select count(*) from {table}") == [(0,)]


async def test_a_record_that_changes_while_it_is_derived_is_derived_once_more(board: Board):
    classes, _ = await both(board, [item("1", 1, series("1"))], [])
    board.now += timedelta(seconds=1)
    read = board.db.read

    async def late(unit, *args, **how):
        found = await read(unit, *args, **how)
        if unit.__name__ == "members":
            await board.db.run(_touch, board.now, purpose="test")
        return found

    board.intake.db.read = late
    try:
        await board.derive_once(classes)
    finally:
        del board.intake.db.read
    assert (await board.rows("select work from record"))[0][0] > 0
    assert await board.listings() == {}, "what is not as it was read is not shown"
    await board.derive(classes)
    assert service_id(DATASET, f"{HOST}/series/1") == (await board.rows("select id from listing"))[0][0]


def _touch(now: datetime):
    yield Query("update record set seen_at = ?", (now,))
