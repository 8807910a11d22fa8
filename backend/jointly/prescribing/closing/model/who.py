"""Who a closing message is about, and the people and practices it names (PRSB demographics and GP practice)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from uuid import UUID

from jointly.prescribing.closing.model.fields import MUST, NAME, SHORT, TEXT, many, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Given and family names, one or more of each; `preferred` is what the person wants to be called."""

    given: tuple[str, ...] = many(least=1, most=SHORT)
    family: tuple[str, ...] = many(least=1, most=SHORT)
    preferred: str = words(NAME)
    title: str = words(SHORT)
    full: str = words(NAME)

    @property
    def written(self) -> str:
        """The name in one line."""
        return self.full or " ".join((*self.given, *self.family))


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Up to 5 lines, and a postcode."""

    lines: tuple[str, ...] = many(most=SHORT)
    postcode: str = words(8)
    kind: Literal["", "home", "temporary", "correspondence"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telecom:
    """A telephone number or an e-mail address; `preference` counts from 1, the one to try first, to 5."""

    value: str = words(255, must=True)
    kind: Literal["", "home", "work", "mobile"] = ""
    preference: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevantContact:
    """Somebody to know of: a carer, a relative, a friend."""

    name: str = words(NAME, must=True)
    relationship: str = words(NAME)
    details: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherId:
    """A number of Scotland (Community Health Index) or Northern Ireland (Health and Care)."""

    kind: Literal["chi", "hc"]
    value: str = words(10, must=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """PRSB demographics. Without religion, immigration and marital status, which nobody needs here.

    `gender` is in the person's own words; `sex` is as it is registered. `ethnicity` is the NHS code of 2 letters.
    `nhs_number_status` is the NHS Data Dictionary's, from 01 (present and verified) to 08.
    """

    id: UUID
    name: Name = field(default_factory=Name)
    born_on: date | None = field(default=None, metadata=MUST)
    pronoun: str = words(SHORT)
    gender: str = words(SHORT)
    sex: Literal["", "male", "female", "other", "unknown"] = ""
    ethnicity: str = words(2)
    carer_status: str = words(TEXT)
    nhs_number: str = words(10)
    nhs_number_status: str = words(2)
    other_ids: tuple[OtherId, ...] = many()
    address: Address | None = None
    preferred_method: Literal["", "phone", "text", "email", "letter", "in-person"] = ""
    phones: tuple[Telecom, ...] = many()
    emails: tuple[Telecom, ...] = many()
    contacts: tuple[RelevantContact, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A GP practice. `code` is of the Organisation Data Service; V81997 and others say that there is none."""

    code: str = words(6, must=True)
    gp: str = words(NAME)
    details: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody who wrote or reviewed the message, as they signed in."""

    id: UUID
    name: str = words(NAME, must=True)
    role: str = words(NAME)
    service: str = words(NAME, must=True)
    contact: str = words(NAME)
