"""Which fifth a postcode is in."""

from dataclasses import dataclass, field

from jointly.listings.whereabouts.packed import code_of
from jointly.people.house import House
from jointly.reports.deprivation import units
from jointly.reports.deprivation.packed import Row


@dataclass(frozen=True, slots=True)
class Fifths:
    """Answers for as long as a count lasts; a row is opened when it is asked for first."""

    bodies: dict[str, bytes]
    _rows: dict[str, Row] = field(default_factory=dict)

    def of(self, postcode: str) -> str | None:
        """From `1`, the most deprived fifth of England's neighbourhoods, to `5`; none when it is not known."""
        code = code_of(postcode)
        if code is None or code.outcode not in self.bodies:
            return None
        row = self._rows.get(code.outcode)
        if row is None:
            row = self._rows[code.outcode] = Row(self.bodies[code.outcode])
        decile = row.decile(code.inward)
        return decile and str((decile + 1) // 2)


async def fifths(house: House) -> Fifths:
    """What the operator imported, or nothing."""
    return Fifths(await house.db.read(units.rows, purpose=units.PURPOSE))
