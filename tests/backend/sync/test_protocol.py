"""The device protocol: what is sent arrives once, in order, and comes back to every other phone of the person."""

import pytest

from support.phone import PAIN, Phone, correction, entry, numbers_of

WORSE = {"score": 7, "regions": ["left-knee", "right-hip"], "note": "After the stairs"}


async def test_a_new_entry_gets_a_number_and_does_not_come_back_to_its_phone(phone: Phone):
    pull = await phone.push(entry())
    assert numbers_of(pull) == {0: 1}
    assert (pull["number"], pull["head"], pull["rows"], pull["refused"]) == (1, 1, [], [])
    assert (await phone.push())["rows"] == []


async def test_another_phone_of_the_person_gets_exactly_what_was_written(phone: Phone, second_phone: Phone):
    sent = entry(at="2026-03-29T08:00:00+01:00", how="paper", picked=True, body=WORSE)
    await phone.push(sent)
    [row] = await second_phone.everything()
    assert {name: row[name] for name in sent} == sent
    assert row["number"] == 1
    assert row["by"] == phone.person
    assert "skew_seconds" not in row
    assert "entry" not in row


async def test_correction_deletion_and_undo_each_follow_the_version_before(phone: Phone, second_phone: Phone):
    first = entry()
    better = correction(first, body=WORSE)
    gone = correction(better, gone=True, body=None)
    back = correction(gone, body=WORSE)
    for version in (first, better, gone, back):
        await phone.push(version)
    rows = await second_phone.everything()
    assert [row.get("previous") for row in rows] == [None, first["id"], better["id"], gone["id"]]
    assert [row.get("gone", False) for row in rows] == [False, False, True, False]
    assert [row.get("body") for row in rows] == [PAIN, WORSE, None, WORSE]
    assert {row.get("entry", row["id"]) for row in rows} == {first["id"]}


async def test_numbers_of_a_batch_are_told_as_runs_that_leave_out_what_was_refused(phone: Phone):
    pull = await phone.push(entry(), entry(), entry(kind="horoscope"), entry(), entry())
    assert pull["numbers"] == [[0, 1, 2], [3, 3, 2]]


async def test_sending_again_after_a_lost_answer_changes_nothing(phone: Phone, second_phone: Phone):
    batch = [entry() for _ in range(3)]
    await phone.sync(*batch)  # the answer is lost: the cursor stays where it was
    again = await phone.push(*batch)
    assert again["numbers"] == [[0, 1, 3]]
    assert (again["head"], again["number"], again["rows"]) == (3, 3, [])
    assert len(await second_phone.everything()) == 3


async def test_an_old_entry_among_new_ones_keeps_its_number(phone: Phone):
    old = entry()
    await phone.push(old)
    pull = await phone.push(entry(), old, entry())
    assert numbers_of(pull) == {0: 2, 1: 1, 2: 3}


async def test_what_the_other_phone_wrote_comes_with_the_answer_to_a_push(phone: Phone, second_phone: Phone):
    theirs = [entry(), entry()]
    await phone.push(*theirs)
    pull = await second_phone.push(entry())
    assert [row["id"] for row in pull["rows"]] == [version["id"] for version in theirs]
    assert pull["number"] == pull["head"] == 3
    assert [row["number"] for row in (await phone.push())["rows"]] == [3]


async def test_both_sides_of_a_conflict_are_kept(phone: Phone, second_phone: Phone):
    first = entry()
    await phone.push(first)
    mine, theirs = correction(first, body=WORSE), correction(first, body=PAIN)
    await phone.push(mine)
    await second_phone.push(theirs)
    assert {row["id"] for row in await phone.everything()} == {first["id"], mine["id"], theirs["id"]}


async def test_a_correction_of_something_the_server_never_saw_is_kept_all_the_same(phone: Phone):
    unseen = entry()
    pull = await phone.push(correction(unseen))
    assert (numbers_of(pull), pull["refused"]) == ({0: 1}, [])
    assert numbers_of(await phone.push(unseen)) == {0: 2}


async def test_a_year_goes_up_in_3_requests_and_comes_down_in_1(phone: Phone, second_phone: Phone):
    year = [entry(body={"score": day % 11, "regions": ["left-knee"]}) for day in range(1095)]
    for start in range(0, len(year), 500):
        await phone.push(*year[start : start + 500])
    assert phone.number == 1095
    pull = await second_phone.push()
    assert not pull["more"]
    assert [row["id"] for row in pull["rows"]] == [version["id"] for version in year]
    assert [row["number"] for row in pull["rows"]] == list(range(1, 1096))


async def test_a_feed_longer_than_a_page_comes_in_pages_without_a_gap(phone: Phone, second_phone: Phone):
    for _ in range(5):
        await phone.push(*(entry() for _ in range(450)))
    first = await second_phone.push()
    assert (first["more"], len(first["rows"]), first["number"]) == (True, 2000, 2000)
    rest = await second_phone.push()
    assert (rest["more"], len(rest["rows"]), rest["number"]) == (False, 250, 2250)
    assert [row["number"] for row in first["rows"] + rest["rows"]] == list(range(1, 2251))


@pytest.mark.parametrize(
    "cursor",
    [
        {"epoch": "00000000-0000-4000-8000-000000000000"},
        {"grant": 9},
        {"number": 99},
    ],
    ids=["another epoch", "another grant", "beyond the head"],
)
@pytest.mark.parametrize("sends", [0, 2], ids=["pulling", "pushing"])
async def test_a_cursor_of_another_life_is_told_to_begin_again(phone: Phone, cursor: dict, sends: int):
    held = [entry() for _ in range(2)]
    await phone.push(*held)
    pull = await phone.push(*(entry() for _ in range(sends)), **cursor)
    assert (pull["again"], pull["number"], pull["rows"]) == (True, 0, [])
    assert len(numbers_of(pull)) == sends, "what was sent is kept all the same"
    resent = await phone.push(*held)
    assert not resent["again"]
    assert numbers_of(resent) == {0: 1, 1: 2}
    assert phone.number == resent["head"] == 2 + sends
