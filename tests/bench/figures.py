"""W8: the figures of a service for its lead, over 50,000 people who were referred in a year, in process.

    python tests/bench figures [--people 50000] [--check-ins 0.2] [--rounds 5]

The first reading counts every figure that is ready: it opens what people say of themselves with their keys, and what
is told is worked out by disclosure control. It may take 2 s, the second one 0.5 s. The ratio is against counting the
same four figures of referrals in plain SQL, unsplit, from columns in clear.
"""

import argparse
import asyncio
import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import uvloop

from bench.conditions import reported
from bench.verdicts import Verdicts
from jointly.house import close_house, open_house
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.whereabouts.packed import code_of
from jointly.people.house import House
from jointly.reports import telling
from jointly.reports.deprivation import units
from jointly.reports.deprivation.packed import bytes_of, entry
from jointly.reports.service import reports
from support.referred import keep, someone
from support.service import settings_for

FIRST, SECOND = 2.0, 0.5
YEAR = datetime(2024, 1, 1, 12, tzinfo=UTC)
PLAIN = """
    select count(*), sum(accepted_at is not null), sum(first_been_at is not null),
        sum(julianday(last_been_at) - julianday(first_been_at) >= 84)
    from referral left join prescription on prescription.person = referral.person
        and prescription.referral = referral.id and prescription.kind = 'activity'
    where referral.service = ? and received_at >= ? and received_at < ?
"""


def plain(service, begins: datetime, ends: datetime):
    """Unit: the four figures as SQL alone counts them."""
    return (yield Query(PLAIN, (service, begins, ends)))


def forget():
    """Unit: nothing was counted yet."""
    for table in ("figure", "placed"):
        yield Query(f"delete from {table}")


async def fill(house: House, people: int, check_ins: float, seed: int) -> None:
    """Everybody, over a year, and how deprived their neighbourhoods are."""
    dice = random.Random(seed)
    await keep(
        house,
        (someone(dice, YEAR + timedelta(days=dice.uniform(0, 365)), check_ins=check_ins) for _ in range(people)),
    )
    outcodes = {}
    for outcode in (f"TB{number}" for number in range(1, 10)):
        codes = (code_of(f"{outcode} {digit}{a}{b}") for digit in range(10) for a in "ABDEFGH" for b in "ABDEFGH")
        outcodes[outcode], _ = bytes_of(entry(code.inward, dice.randint(1, 10)) for code in codes if code)
    await house.db.run(units.take, "{}", outcodes, clock.now(), purpose="bench")


async def timed(work) -> float:
    """Seconds that it takes."""
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


async def measure(chosen: argparse.Namespace, folder: Path) -> int:
    """Fills, then reads first, second and in plain SQL; gives how many goals were missed."""
    house = await open_house(settings_for(folder))
    try:
        await fill(house, chosen.people, chosen.check_ins, chosen.seed)
        first, second, sql = [], [], []
        for _ in range(chosen.rounds):
            await house.db.run(forget, purpose="bench")
            telling.told_of.cache_clear()
            house.vault._keys.clear()
            first.append(await timed(reports(house)))
            telling.told_of.cache_clear()  # as after a restart: what is told is worked out again from what is kept
            second.append(await timed(reports(house)))
            year = (house.service, YEAR, YEAR + timedelta(days=366))
            sql.append(await timed(house.db.read(plain, *year, group=house.service, purpose="bench")))
        again = median([await timed(reports(house)) for _ in range(chosen.rounds)])
        print(f"a second reading by the same process: {again * 1000:.1f} ms")
        verdicts = Verdicts()
        verdicts.figure("first reading, s", median(first), at_most=FIRST)
        verdicts.figure("second reading, s", median(second), at_most=SECOND)
        print(f"plain SQL {median(sql):.3f} s; first reading is {median(first) / median(sql):.1f} times that,", end=" ")
        print(f"second {median(second) / median(sql):.2f}")
        return verdicts.missed
    finally:
        await close_house(house)


def main() -> int:
    """One run."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=50_000)
    asked.add_argument("--check-ins", type=float, default=0.2, help="share of people who share two check-ins")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--seed", type=int, default=6)
    chosen = asked.parse_args()
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    with tempfile.TemporaryDirectory() as folder, reported("figures", seed=chosen.seed, folder=Path(folder)):
        return asyncio.run(measure(chosen, Path(folder) / "data"))


if __name__ == "__main__":
    raise SystemExit(main())
