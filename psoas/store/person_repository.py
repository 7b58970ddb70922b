"""The people in this database. On one's own machine there is one, made on the first start."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import Engine, delete, insert, select, update

from psoas.body.person import Person
from psoas.store.database import write_transaction
from psoas.store.person_scope import PersonScope, utc_now
from psoas.store.tables import people

MADE_UP = "Robin, made up"
"""The name under which the made-up person is kept: a code, in every language the same. Nobody else has a name."""


@dataclass(frozen=True)
class PersonRecord:
    """A person of the database; size and sex are None until they are told."""

    id: UUID
    name: str
    height_m: float | None = None
    mass_kg: float | None = None
    sex: str | None = None

    @property
    def made_up(self) -> bool:
        """Whether this is the person of ``psoas demo``."""
        return self.name == MADE_UP

    @property
    def body(self) -> Person:
        """The person as the body's tables know one; what was not told is assumed and named so."""
        return Person.of(height_m=self.height_m, mass_kg=self.mass_kg, sex=self.sex)


def add_person(
    engine: Engine, name: str, *, height_m: float | None = None, mass_kg: float | None = None, sex: str | None = None
) -> PersonRecord:
    """A new person; ``InputError`` when height, mass or sex are out of range, and then nobody is added."""
    Person.of(height_m=height_m, mass_kg=mass_kg, sex=sex)
    somebody = PersonRecord(uuid4(), name, height_m, mass_kg, sex)
    with write_transaction(engine) as connection:
        connection.execute(insert(people).values(**vars(somebody), made_at=utc_now()))
    return somebody


def all_people(engine: Engine) -> list[PersonRecord]:
    """All people, the first one first; for the start of the app and for practitioners, never for a page of a person."""
    query = select(people).order_by(people.c.made_at, people.c.id)
    with engine.connect() as connection:
        return [_somebody(row) for row in connection.execute(query)]


def first_person(engine: Engine) -> PersonRecord:
    """The person of this machine: the first, made when there is none."""
    found = all_people(engine)
    return found[0] if found else add_person(engine, "")


def find_person(own: PersonScope) -> PersonRecord:
    """The person whose rows these are; ``LookupError`` when there is no such person."""
    row = own.first(select(people).where(people.c.id == own.person))
    if row is None:
        raise LookupError(f"no person {own.person}")
    return _somebody(row)


def update_person(
    own: PersonScope, *, name: str, height_m: float | None, mass_kg: float | None, sex: str | None
) -> PersonRecord:
    """What the person told of themselves, in place of what was there; ``InputError`` when out of range."""
    somebody = PersonRecord(own.person, name, height_m, mass_kg, sex)
    Person.of(height_m=height_m, mass_kg=mass_kg, sex=sex)
    with write_transaction(own.engine) as connection:
        connection.execute(
            update(people)
            .where(people.c.id == own.person)
            .values(name=name, height_m=height_m, mass_kg=mass_kg, sex=sex)
        )
    return somebody


def delete_person(own: PersonScope) -> None:
    """Take the person out of the database with everything that is theirs."""
    with write_transaction(own.engine) as connection:
        connection.execute(delete(people).where(people.c.id == own.person))


def clear_person(own: PersonScope) -> None:
    """Take out everything of the person, who stays in the database as somebody who has told nothing."""
    with write_transaction(own.engine) as connection:
        connection.execute(delete(people).where(people.c.id == own.person))
        connection.execute(insert(people).values(id=own.person, name="", made_at=utc_now()))


def _somebody(row: object) -> PersonRecord:
    return PersonRecord(*(getattr(row, key) for key in ("id", "name", "height_m", "mass_kg", "sex")))
