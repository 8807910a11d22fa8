"""What leaves: only what may be told, to those who run the service."""

import csv
import io
import random
from datetime import UTC, datetime
from uuid import uuid4

import msgspec
import pytest

from jointly.kit.disclosure import Chain, Told, middle, tell
from jointly.people import organisations
from jointly.reports.counting import Counted, by_category
from jointly.reports.figures import CATEGORIES, PEOPLE
from jointly.reports.telling import told_of
from support.phone import at_work, joined
from support.referred import Referred, someone
from support.working_out import faults_of

SPRING = datetime(2025, 4, 10, 12, tzinfo=UTC)
WOMAN, MAN = {"sex": "female", "age_band": "65-74"}, {"sex": "male", "age_band": "65-74"}


async def test_small_numbers_are_hidden_and_others_rounded(board):
    await board.people(*[Referred(SPRING, WOMAN, contact=1, accepted=3)] * 33, *[Referred(SPRING, MAN)] * 4)
    table = await board.table("referrals")
    assert [figure["told"] for figure in table["figures"]] == [
        {"count": 35, "percent": None},
        {"count": 35, "percent": 100},
        {"count": 0, "percent": 0},
        {"count": 0, "percent": 0},
    ]
    [sex] = [split for split in table["splits"] if split["name"] == "sex"]
    by_sex = {line["category"]: line["cells"][0]["count"] for line in sex["lines"]}
    # All are 37 and the women 33 to 37: the men would be 0 to 4.
    assert by_sex == {"female": "*", "male": "*", "other": 0, "not-known": 0}


async def test_an_average_stands_beside_a_count_that_is_told(board):
    await board.people(*[Referred(SPRING, WOMAN, contact=1, accepted=3)] * 40, *[Referred(SPRING, MAN, contact=5)] * 9)
    table = await board.table("referrals")
    assert [one["told"] for one in table["averages"]] == [1, 3]
    [sex] = [split for split in table["splits"] if split["name"] == "sex"]
    lines = {line["category"]: line for line in sex["lines"]}
    assert [lines["female"]["averages"], lines["male"]["averages"]] == [[1, 3], [5, None]]


async def test_organisations_are_counted_as_they_are(board):
    quiet = (await organisations.make(board.house, session=None, name="=cmd|'/c calc'!A0")).id
    kind = (await organisations.make(board.house, session=None, name="Thornbeck Movers")).id
    await board.people(
        *[Referred(SPRING, WOMAN, organisation=quiet, sent=3)] * 12,
        Referred(SPRING, WOMAN, organisation=kind, sent=3, answered=4),
        Referred(SPRING, WOMAN, organisation=kind, sent=3, answered=16.9),
    )
    table = await board.table("unanswering")
    assert table["organisations"] == 2
    [split] = table["splits"]
    assert {line["called"]: line["cells"][0]["count"] for line in split["lines"]} == {
        "=cmd|'/c calc'!A0": 10,
        "Thornbeck Movers": 0,
    }
    text = (await board.lead.client.get("/api/reports.csv")).text
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith(("=", "+", "@"))]
    assert "'=cmd" in text


async def test_how_support_ended_is_told_in_one_table(board):
    ends = {"goals-met": 31, "disengaged": 14, "moved": 2, "merged": 6}
    await board.people(
        *(Referred(SPRING, WOMAN, outcome=how, closed=20) for how, many in ends.items() for _ in range(many)),
        *[Referred(SPRING, WOMAN, outcome="declined", closed=150)] * 9,  # in another quarter
        *[Referred(SPRING, WOMAN)] * 8,
    )
    table = await board.table("ending")
    [figure], [split] = table["figures"], table["splits"]
    rows = {line["category"]: line["cells"][0]["count"] for line in split["lines"]}
    assert figure["told"]["count"] == 45 and rows["goals-met"] == 30 and rows["declined"] == 0
    assert rows["moved"] == "*" and "merged" not in rows
    # somebody may know that they are 47 in all: another one is hidden, so that the 2 cannot be worked out
    assert rows["disengaged"] == "*"
    text = (await board.lead.client.get("/api/reports.csv")).text
    said = [row for row in csv.reader(io.StringIO(text)) if row[:1] == ["2025-04-01"] and row[2] == "How support ended"]
    assert ("How it ended", "Stopped coming, or lost touch", "*") in {(row[3], row[4], row[6]) for row in said}
    assert all("Each is in one row" in row[8] for row in said)


async def test_the_spreadsheet_says_the_same_with_what_it_means(board):
    dice = random.Random(6)
    await board.people(*(someone(dice, SPRING, check_ins=0.5) for _ in range(150)))
    answer = await board.lead.client.get("/api/reports.csv")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert "1 to 7" in rows[0][0]
    assert rows[3][:2] == ["From", "To"]
    table = await board.table("referrals")
    said = {(row[2], row[4], row[5]): row[6] for row in rows[4:] if row[0] == "2025-04-01"}
    for figure, called in zip(table["figures"], ("Referred", "Accepted", "Arrived", "Still going"), strict=True):
        assert said["From referral to still going", "Everybody", called] == str(figure["told"]["count"])
    assert all(len(row) == 9 and row[8] for row in rows[4:])


async def test_what_is_told_a_second_time_is_the_same(board):
    dice = random.Random(7)
    await board.people(*(someone(dice, SPRING) for _ in range(60)))
    first = await board.reports()
    await board.people(*(someone(dice, SPRING) for _ in range(10)))
    assert await board.reports() == first


async def test_figures_are_for_those_who_run_the_service(board):
    async with at_work(board.service, "administrator") as administrator:
        await board.reports(administrator)
    for role in ("advisor", "link-worker"):
        async with at_work(board.service, role) as worker:
            await board.reports(worker, status=403)
    group = await organisations.make(board.house, session=None, name="Movers")
    async with at_work(board.service, "publisher", organisation=group.id) as publisher:
        await board.reports(publisher, status=403)
    async with joined(board.service) as person:
        await board.reports(person, status=403)
    async with board.service.client() as nobody:
        assert (await nobody.get("/api/reports")).status_code == 401


async def test_no_id_of_anybody_is_kept_or_told(board):
    ids = await board.people(*(someone(random.Random(8), SPRING) for _ in range(20)))
    said = str(await board.reports()) + str(await board.count())
    assert not [one for one in ids if str(one) in said or one.hex in said]
    assert str(uuid4()) not in said


@pytest.mark.parametrize("seed", range(4))
async def test_nobody_works_a_hidden_number_out_of_what_leaves(board, seed: int):
    dice = random.Random(seed)
    await board.people(*(someone(dice, SPRING, check_ins=0.7) for _ in range(dice.randint(20, 90))))
    counted = await board.count()
    for name in ("pain", "satisfied"):
        table = await board.table(f"change-{name}")
        said = {
            split["name"]: {line["category"]: _counts(line["cells"]) for line in split["lines"]}
            for split in table["splits"]
        }
        told = Told(_counts([figure["told"] for figure in table["figures"]]), said)
        splits = counted[name].splits
        chain = Chain(
            (counted[name].total,),
            {split: {category: (count,) for category, count in row.items()} for split, row in splits.items()},
        )
        assert told == tell(chain)
        assert list(faults_of(chain, told)) == list(faults_of(chain, told, totals=chain.totals)) == []


def _counts(cells) -> tuple:
    return tuple(cell["count"] for cell in cells if cell)


def test_a_figure_that_does_not_nest_is_left_out_and_the_others_are_told():
    def body(count: int) -> str:
        splits = {split: {name: count if name == "not-known" else 0 for name in CATEGORIES[split]} for split in PEOPLE}
        averages = {name: by_category([], middle) for name in ("contact-days", "accept-days")}
        return msgspec.json.encode(Counted(count, splits, averages)).decode()

    assert told_of("referrals", (body(40), body(30), body(31))).told.totals == (40, 30)
