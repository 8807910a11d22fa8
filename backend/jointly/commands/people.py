"""`jointly code`, `jointly people` and `jointly erase`."""

import argparse

from jointly.asking import ask
from jointly.settings import read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    code = verbs.add_parser(
        "code", help="make a join code", description="Make a join code, and print it with its link."
    )
    code.add_argument("kind", choices=("service", "person"), help="new people, or one new person")
    code.add_argument("--called", help="what one new person is called; they can change it")
    code.add_argument("--open", metavar="ID", help="open the record of this person again, on a new phone")
    code.set_defaults(run=make_code)
    listing = verbs.add_parser("people", help="list everybody with their id", description=list_people.__doc__)
    listing.set_defaults(run=list_people)
    erase = verbs.add_parser("erase", help="erase a person for good", description=erase_person.__doc__)
    erase.add_argument("person", metavar="ID")
    erase.add_argument("--for-good", action="store_true", required=True, help="say that you mean it")
    erase.set_defaults(run=erase_person)


async def make_code(chosen: argparse.Namespace) -> None:
    """Makes a join code."""
    made = await ask(read(), "code", role="patient", kind=chosen.kind, called=chosen.called, person=chosen.open)
    print(f"{made['code']}\n{made['link']}\nGood until {minute(made['ends_at'])} UTC.")


async def list_people(_chosen: argparse.Namespace) -> None:
    """Lists everybody who has a record or a code waiting, newest first, at most 1,000: what they are called, whether
    their role, when they joined and were last heard (UTC), and their id."""
    found = (await ask(read(), "people"))["people"]
    print(f"{'called':24} {'role':13} {'joined':16} {'last heard':16} id")
    for one in found:
        joined, heard = (minute(one[name]) for name in ("joined_at", "last_heard_at"))
        print(f"{printable(one['called']):24} {one['role']:13} {joined:16} {heard:16} {one['person']}")


def minute(at: str | None) -> str:
    """A time of the wire as a list shows it."""
    return at[:16].replace("T", " ") if at else "not yet"


def printable(called: str | None) -> str:
    """A name on one line: what a terminal would act on is left out."""
    return "".join(filter(str.isprintable, called or "")) or "-"


async def erase_person(chosen: argparse.Namespace) -> None:
    """Erases a person: their key first, then every row. No backup brings them back."""
    await ask(read(), "erase", person=chosen.person)
    print(f"{chosen.person} was erased.")
