"""`jointly staff invite`, `jointly staff list` and `jointly staff end`."""

import argparse

from jointly.asking import ask
from jointly.commands.people import minute, printable
from jointly.people.rules import STAFF
from jointly.settings import read


def add_to(verbs) -> None:
    """Adds the verbs of this file."""
    area = verbs.add_parser("staff", help="invite, list and end who works here").add_subparsers(required=True)
    inviting = area.add_parser("invite", help="make an invitation", description=invite.__doc__)
    inviting.add_argument("--role", choices=sorted(STAFF))
    inviting.add_argument("--called", help="what they are called; they can change it")
    inviting.add_argument("--organisation", metavar="NAME", help="a publisher's; it is made when there is none")
    inviting.add_argument("--again", metavar="ID", help="somebody who works here and lost their passkey")
    inviting.set_defaults(run=invite, refuse=inviting.error)
    area.add_parser("list", help="list who works or worked here", description=list_staff.__doc__).set_defaults(
        run=list_staff
    )
    ending = area.add_parser("end", help="end somebody's work here", description=end.__doc__)
    ending.add_argument("person", metavar="ID")
    ending.set_defaults(run=end)


async def invite(chosen: argparse.Namespace) -> None:
    """Prints an invitation with its link. Whoever opens it first makes a passkey, with which they sign in from then
    on. It is good for 3 days and once."""
    given = (chosen.role, chosen.called, chosen.organisation)
    if chosen.again and any(given):
        chosen.refuse("--again takes nothing else: who they are is known")
    if not chosen.again and not (chosen.role and chosen.called):
        chosen.refuse("--role and --called are needed, or --again")
    asked = {"role": chosen.role, "called": chosen.called, "organisation": chosen.organisation}
    made = await ask(read(), "staff_invite", **asked, again=chosen.again)
    print(f"{made['code']}\n{made['link']}\nGood until {minute(made['ends_at'])} UTC, and once.")


async def list_staff(_chosen: argparse.Namespace) -> None:
    """Lists who works or worked here, newest first, at most 1,000: what they are called, their role, when they joined
    and their work ended (UTC), and their id."""
    found = (await ask(read(), "staff_list"))["staff"]
    print(f"{'called':24} {'role':13} {'joined':16} {'ended':16} id")
    for one in found:
        ended = minute(one["ended_at"]) if one["ended_at"] else "-"
        print(
            f"{printable(one['called']):24} {one['role']:13} {minute(one['joined_at']):16} {ended:16} {one['person']}"
        )


async def end(chosen: argparse.Namespace) -> None:
    """Ends somebody's work here: they are signed out everywhere, and nobody signs in as them again."""
    await ask(read(), "staff_end", person=chosen.person)
    print(f"{chosen.person} works here no more.")
