"""Setting up the people of the example: invented persons of every role."""

from sereno.example import files
from sereno.example.cast import PASSWORD, Cast
from sereno.people.actions import Newcomer, enrol_all
from sereno.people.rules import Role
from sereno.territory.actions import CouncilDraft, describe_council

# Nobody is reached here: the address and the telephone belong to no one.
COUNCIL = CouncilDraft(
    name="Consejo de Seguridad Ciudadana de Loja",
    short_name="Consejo de Loja",
    email="consejo@loja.example",
    telephone="(07) 000 0000",
    transparency_officer="Dirección del Consejo",
)


def gather(cast: Cast) -> None:
    newcomers = [
        Newcomer(
            username=row["username"],
            full_name=f"{row['first_name']} {row['last_name']}",
            password=PASSWORD,
            roles=(Role(row["role"]),),
            barrio=cast.barrios[row["barrio"]] if row["barrio"] else None,
        )
        for row in files.table("people")
    ]
    people = enrol_all(newcomers, by=None, at=cast.founded_at)
    cast.people = {person.username: person for person in people}
    describe_council(COUNCIL, by=cast.people["elena"], at=cast.founded_at)
