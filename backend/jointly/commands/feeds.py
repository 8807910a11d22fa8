"""`jointly feeds …`: where listings come from, how each source stands, and what is wrong with it."""

import argparse
import textwrap

from jointly.asking import ask
from jointly.settings import read

WIDTH = 100


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("feeds", help="take listings in from open data").add_subparsers(required=True)
    new = area.add_parser("add", help="add a feed, a dataset page, a catalogue, a directory or a calendar")
    new.add_argument("url", metavar="URL")
    new.set_defaults(run=add)
    area.add_parser("list", help="show every source and how it stands").set_defaults(run=show)
    for name, run, words in (
        ("report", report, "show what is wrong with a source, and the remedy"),
        ("refresh", refresh, "read now, and make listings of what is new"),
        ("derive", derive, "make listings of what was read"),
    ):
        verb = area.add_parser(name, help=words, description=run.__doc__)
        verb.add_argument("source", metavar="SOURCE", nargs="?", help="the id that the list shows, or an address")
        verb.set_defaults(run=run)
        if name == "derive":
            verb.add_argument("--again", action="store_true", help="all of it, from what was kept")
    away = area.add_parser("remove", help="take a source away, with all that came of it")
    away.add_argument("source", metavar="SOURCE")
    away.set_defaults(run=remove)


async def add(chosen: argparse.Namespace) -> None:
    """Looks at an address, says what is there, and keeps every source that it finds."""
    done = await ask(read(), "feeds_add", url=chosen.url)
    for line in done["told"]:
        say(line)
    for one in done["added"]:
        say(f"added {one['id']}  {one['kind']}  {one['name']}  {one['url']}")
    if done["known"]:
        say(f"{done['known']} were known already.")
    if done["added"]:
        say("They are read within a quarter of an hour, or now: jointly feeds refresh")
    elif not done["known"]:
        say("Nothing was added.")


async def show(chosen: argparse.Namespace) -> None:
    """Every source: how it stands, what came of its items, and when it is asked again."""
    found = (await ask(read(), "feeds_list"))["feeds"]
    for one in found:
        say(f"{one['id']}  {one['name'] or one['url']}")
        say(f"  {one['kind']}  {one['url']}")
        say(f"  {one['state']}; {one['pages']:,} pages, {one['items']:,} items in this walk{_of(one)}")
        records = ", ".join(f"{count:,} {outcome or 'new'}" for outcome, count in sorted(one["records"].items()))
        say(f"  {one['listings']:,} listings shown; records: {records or 'none'}; {one['faults']:,} faults")
        say(f"  next look: {one['ask_again_at'] or 'only when you ask: jointly feeds refresh ' + one['id']}")
    if not found:
        say("There is no source yet. Add one: jointly feeds add URL")


async def report(chosen: argparse.Namespace) -> None:
    """What is wrong with a source, or with each: how often, an example, and what its publisher can do."""
    for one in (await ask(read(), "feeds_report", source=chosen.source))["feeds"]:
        say(f"{one['id']}  {one['name'] or one['url']}: {one['state']}")
        for fault in one["faults"]:
            example = f" (such as {fault['item']})" if fault["item"] else ""
            say(f"  {fault['count']:,} × {fault['code']}{example}")
            if fault["found"]:
                say(f"      found: {fault['found']}")
            for line in textwrap.wrap(fault["remedy"], WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6):
                say(line)
        if not one["faults"]:
            say("  Nothing is wrong.")


async def refresh(chosen: argparse.Namespace) -> None:
    """Reads a source, or each, to its end, and makes listings of what is new. Tells its progress; one that is ended in
    the middle goes on from there the next time."""
    going = None
    while going is None or going:
        done = await ask(read(), "feeds_refresh", source=chosen.source, going=going)
        going = done["going"]
        for one in done["feeds"]:
            say(f"{one['id']}  {one['state']}: {one['pages']:,} pages, {one['items']:,} items{_of(one)}")
    await _derive(chosen.source, again=False)


async def derive(chosen: argparse.Namespace) -> None:
    """Makes listings of what was read and not derived yet; with --again of everything that is kept."""
    await _derive(chosen.source, again=chosen.again)


async def remove(chosen: argparse.Namespace) -> None:
    """Takes a source away, with its listings and all that was kept of it."""
    done = await ask(read(), "feeds_remove", source=chosen.source)
    say(f"{done['removed']} is not read any more, and nothing of it is left.")


async def _derive(source: str | None, *, again: bool) -> None:
    while True:
        done = await ask(read(), "feeds_derive", source=source, again=again)
        again = False
        say(f"{done['done']:,} records made into listings, {done['left']:,} left")
        if not done["left"] or not done["done"]:
            return


def _of(one: dict) -> str:
    return f" of about {one['expected']:,}" if one["expected"] else ""


def say(line: str) -> None:
    """Prints a line of which strangers wrote a part: nothing in it ends it, moves the cursor or colours."""
    print("".join(one if one.isprintable() else "\ufffd" for one in line), flush=True)
