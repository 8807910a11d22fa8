"""Figures are counted once, when everybody in them has had their time, and stay as they were."""

from datetime import UTC, datetime, timedelta

from jointly.record import lives
from support.phone import joined
from support.referred import Referred

SPRING = datetime(2025, 4, 10, 12, tzinfo=UTC)
WOMAN = {"age_band": "65-74", "sex": "female", "ethnicity": "White British"}
GOING = {"contact": 2, "accepted": 9, "first_visit": 20, "last_visit": 110}


async def test_each_referral_is_in_every_figure_that_it_came_to(board):
    await board.people(
        Referred(SPRING, WOMAN, **GOING),
        Referred(SPRING, WOMAN, contact=2, accepted=9, first_visit=20, last_visit=20 + 83.9),
        Referred(SPRING, WOMAN, contact=2, accepted=9),
        Referred(SPRING, None, contact=3),
        Referred(SPRING, None),
    )
    found = await board.count()
    assert [found[name].total for name in ("referred", "accepted", "arrived", "going")] == [5, 3, 2, 1]
    assert found["referred"].splits["sex"] == {"female": 3, "male": 0, "other": 0, "not-known": 2}
    assert found["going"].splits["age"]["65-74"] == 1


async def test_twelve_weeks_are_given_and_no_more(board):
    await board.people(
        Referred(SPRING, WOMAN, contact=83.9, accepted=83.9),
        Referred(SPRING, WOMAN, contact=84, accepted=84),
        Referred(SPRING, WOMAN, contact=1, accepted=2, first_visit=84),
    )
    found = await board.count()
    assert [found[name].total for name in ("referred", "accepted", "arrived")] == [3, 2, 0]


async def test_a_quarter_begins_at_midnight_in_london(board):
    # In summer that is 23:00 of the day before, in UTC.
    midnight = datetime(2025, 6, 30, 23, tzinfo=UTC)
    await board.people(Referred(midnight - timedelta(seconds=1), WOMAN), Referred(midnight, WOMAN))
    assert (await board.count())["referred"].total == 1


async def test_merged_referrals_count_once(board):
    await board.people(Referred(SPRING, WOMAN), Referred(SPRING, WOMAN, outcome="merged"))
    assert (await board.count())["referred"].total == 1


async def test_waits_are_middle_days_of_those_who_came_to_it(board):
    await board.people(
        *(Referred(SPRING, WOMAN, contact=days, accepted=days + 7) for days in range(1, 10)),
        Referred(SPRING, WOMAN, contact=100),
    )
    waits = (await board.count())["accepted"].averages
    assert waits["contact-days"][""][""] == (5, 9)
    assert waits["accept-days"]["sex"]["female"] == (12, 9)
    assert waits["accept-days"]["sex"]["male"] == (None, 0)


async def test_a_figure_is_counted_when_everybody_has_had_their_time(board):
    board.today(2025, 4, 20)
    await board.people(Referred(SPRING, WOMAN, **GOING))
    assert await board.count() == {}
    board.today(2025, 7, 7)
    assert await board.count() == {}
    board.today(2025, 7, 8)
    assert set(await board.count()) == {"referred", "signposts", "ended"}
    board.today(2025, 9, 29)
    assert "accepted" not in await board.count()
    board.today(2025, 9, 30)
    assert set(await board.count()) >= {"accepted", "arrived", "unanswered", "pain"}
    board.today(2025, 12, 29)
    assert "going" not in await board.count()
    board.today(2025, 12, 30)
    assert (await board.count())["going"].total == 1


async def test_what_was_counted_once_stays(board):
    board.today(2025, 7, 8)
    one, _ = await board.people(Referred(SPRING, WOMAN, **GOING), Referred(SPRING, WOMAN, **GOING))
    assert (await board.count())["referred"].total == 2
    await lives.erase(board.house, person=one, session=None)
    await board.people(Referred(SPRING, WOMAN, **GOING))  # written in late
    board.today(2026, 1, 5)
    found = await board.count()
    # Who is in a later figure was in the first: the one who was erased is missing, the late one is not there.
    assert [found[name].total for name in ("referred", "accepted", "arrived", "going")] == [2, 1, 1, 1]


async def test_who_is_in_two_figures_is_in_one_category(board):
    board.today(2025, 7, 8)
    await board.people(Referred(SPRING, WOMAN, **GOING))
    await board.count()
    assert len(await board.placed()) == 1
    who = {"group": board.house.service, "purpose": "test"}
    await board.house.db.run(_stop_sharing, board.house.service, **who)
    board.today(2026, 1, 5)
    found = await board.count()
    assert [found[name].splits["sex"]["female"] for name in ("referred", "accepted", "going")] == [1, 1, 1]
    assert await board.placed() == {}


async def test_nothing_is_known_of_somebody_who_stopped_sharing(board):
    await board.people(Referred(SPRING, WOMAN), Referred(SPRING, WOMAN, scopes="support"))
    await board.house.db.run(_stop_sharing, board.house.service, group=board.house.service, purpose="test")
    found = (await board.count())["referred"]
    assert (found.total, found.splits["sex"]["not-known"]) == (2, 2)


async def test_an_erased_person_is_in_no_figure_that_comes_after(board):
    one, _ = await board.people(Referred(SPRING, WOMAN), Referred(SPRING, WOMAN))
    await lives.erase(board.house, person=one, session=None)
    assert (await board.count())["referred"].total == 1


async def test_a_change_is_from_the_first_answer_to_the_last_of_the_quarter(board):
    def answers(*days_and_pain: tuple[int, int]):
        return tuple((SPRING + timedelta(days=day), {"average": pain}) for day, pain in days_and_pain)

    scopes = "about checkins support"
    await board.people(
        *(Referred(SPRING, WOMAN, scopes=scopes, check_ins=answers((-40, 8), (3, 5), (60, 6))) for _ in range(8)),
        Referred(SPRING, WOMAN, scopes=scopes, check_ins=answers((3, 5))),  # only one
        Referred(SPRING, WOMAN, check_ins=answers((-40, 8), (3, 0))),  # not shared
    )
    pain = (await board.count())["pain"]
    assert (pain.total, pain.splits["sex"]["female"]) == (8, 8)
    assert pain.averages["pain-change"][""][""] == (-2, 8)


async def test_a_service_with_nobody_has_no_quarters(board):
    async with joined(board.service):
        assert await board.reports() == {"quarters": [], "next_on": (await board.reports())["next_on"]}


def _stop_sharing(service):
    from jointly.kit import clock
    from jointly.kit.db import Query

    yield Query("update share set ended_at = ? where with_id = ?", (clock.now(), service))
