"""Asking a source, trying again at once where a wire may have slipped, and putting it off when it does not answer."""

from collections.abc import Sequence

from jointly.kit.fetching import Failed, Got, Outcome, Refused
from jointly.listings.taking_in.faults import count_odd
from jointly.listings.taking_in.intake import PURPOSE, Intake
from jointly.listings.taking_in.pages import Odd
from jointly.listings.taking_in.sources import Source, hold_off, host_of, put_off
from jointly.listings.taking_in.sources import source as kept_source
from jointly.listings.taking_in.waiting import STUCK, after_failure

TRIES = 3
_SLIPS = ("unreachable", "timeout", "cut-off", "broken")
_FOR_LATER = (404, 410, 429, 503)
GONE = (404, 410)


async def ask(
    intake: Intake, url: str, *, accept: str | None = None, etag: str | None = None, last_modified: str | None = None
) -> Outcome:
    """What the address answers, after up to three tries a few seconds apart where another may help."""
    for left in reversed(range(TRIES)):
        conditions = {"etag": etag, "last_modified": last_modified} | ({"accept": accept} if accept else {})
        found = await intake.fetch.get(url, **conditions)
        if left == 0 or not _may_have_slipped(found):
            return found
        await intake.pause(1 + 2 * intake.chance())
    raise AssertionError("unreachable")


def _may_have_slipped(found: Outcome) -> bool:
    if not isinstance(found, Failed):
        return False
    if found.status is not None and found.reason == "status":
        return found.status >= 500 and found.status not in _FOR_LATER and found.retry_after is None
    return found.reason in _SLIPS


async def put_off_after(intake: Intake, source: Source, found: Outcome, odd: Sequence[Odd] = ()) -> None:
    """Keeps that a source could not be read on, and when it is asked again. Nothing that is known of it goes."""
    now, fails = intake.now(), source.fails + 1
    if isinstance(found, Refused):
        state, until, code = "blocked", now + STUCK, "source-refused"
    elif isinstance(found, Failed) and found.status in GONE and found.reason == "status":
        state, until, code = "gone", None, "source-gone"
    else:
        status, wait = (found.status, found.retry_after) if isinstance(found, Failed) else (None, None)
        state, code = "backoff", "source-unanswered"
        until = now + after_failure(fails, status, wait, intake.chance())
    told = odd or [Odd(code, found.url, words_of(found))]
    host = host_of(found.url) if isinstance(found, Failed) and found.retry_after is not None else None
    await intake.db.run(_keep_failure, source, state, fails, until, told, now, host, purpose=PURPOSE)


async def put_off_broken(intake: Intake, source: Source, fault: Exception) -> Source:
    """Keeps that something went wrong here with a source. Gives it as it is then."""
    known = await intake.db.read(kept_source, source.id, purpose=PURPOSE)
    if known is None:
        return source._replace(stopped_at=intake.now(), state="gone")
    fails = known.fails + 1
    until = intake.now() + after_failure(fails, None, None, intake.chance())
    odd = [Odd("reading-failed", known.url, type(fault).__name__)]
    await intake.db.run(_keep_failure, known, "backoff", fails, until, odd, intake.now(), purpose=PURPOSE)
    return await intake.db.read(kept_source, source.id, purpose=PURPOSE) or known


async def tell_broken(intake: Intake, source: Source, fault: Exception) -> None:
    """Tells the operator that something went wrong here with what a source sent."""
    odd = [Odd("reading-failed", source.url, type(fault).__name__)]
    await intake.db.run(count_odd, source.id, odd, intake.now(), purpose=PURPOSE)


def words_of(found: Outcome) -> str:
    """What came of asking, in a few words."""
    if isinstance(found, Got):
        return f"status {found.status}, {len(found.body)} bytes"
    if isinstance(found, Failed) and found.status is not None:
        return f"{found.reason}, status {found.status}"
    return found.reason


def _keep_failure(source: Source, state: str, fails: int, until, odd: Sequence[Odd], now, host: str | None = None):
    yield from put_off(source.id, state, fails, until)
    if host and until is not None:
        yield from hold_off(host, until)
    yield from count_odd(source.id, odd, now)
