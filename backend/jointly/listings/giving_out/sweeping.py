"""What is over leaves the feeds, as RPDE asks: told gone, and after a week forgotten."""

from jointly.kit import clock
from jointly.listings.giving_out.feeding import sweep
from jointly.people.house import House


async def sweep_feeds(house: House) -> int:
    """Tells what is over since the last time; gives how many items that were."""
    return await house.db.run(sweep, clock.now(), purpose="keep the feeds", group=house.service)
