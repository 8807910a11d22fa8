"""What is done for listings each hour."""

from jointly.kit import clock
from jointly.listings.finding.counting import count_words
from jointly.listings.giving_out.sweeping import sweep_feeds
from jointly.listings.taking_in.fading import keep_to_what_is_read
from jointly.people.house import House

QUIET_HOUR = 3
"""When every listing may be read without anybody waiting for it (UTC)."""


async def each_hour(house: House) -> None:
    """What is over leaves our feeds, and what is read no more is found no more; once a night words are counted anew."""
    await sweep_feeds(house)
    await keep_to_what_is_read(house)
    if clock.now().hour == QUIET_HOUR:
        await count_words(house)
