"""`jointly code` and `jointly erase`."""

import argparse

from jointly.control import ask
from jointly.settings import read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    code = verbs.add_parser(
        "code", help="make a join code", description="Make a join code, and print it with its link."
    )
    code.add_argument(
        "kind", choices=("service", "person", "advisor"), help="new people, one new person, or an advisor"
    )
    code.add_argument("--called", help="what the person is called; they can change it")
    code.add_argument("--open", metavar="ID", help="open the record of this person again, on a new phone")
    code.set_defaults(run=make_code)
    erase = verbs.add_parser("erase", help="erase a person for good", description=erase_person.__doc__)
    erase.add_argument("person", metavar="ID")
    erase.add_argument("--for-good", action="store_true", required=True, help="say that you mean it")
    erase.set_defaults(run=erase_person)


async def make_code(chosen: argparse.Namespace) -> None:
    """Makes a join code."""
    role, kind = ("advisor", "person") if chosen.kind == "advisor" else ("patient", chosen.kind)
    made = await ask(read(), "code", role=role, kind=kind, called=chosen.called, person=chosen.open)
    print(f"{made['code']}\n{made['link']}\nGood until {made['ends_at']}.")


async def erase_person(chosen: argparse.Namespace) -> None:
    """Erases a person: their key first, then every row. No backup brings them back."""
    await ask(read(), "erase", person=chosen.person)
    print(f"{chosen.person} was erased.")
