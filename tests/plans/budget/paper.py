"""A statement as a finance clerk copies it from a spreadsheet; every name and sum is invented."""

HEADER = "\t".join(
    (
        *("Código de partida", "Descripción", "Inicial", "Reformas", "Codificado"),
        *("Certificado", "Comprometido", "Devengado", "Pagado"),
    )
)
SOUND = {
    "initial": "5.000,00",
    "amendments": "500,00",
    "revised": "5.500,00",
    "certified": "5.200,00",
    "committed": "5.000,00",
    "accrued": "4.884,15",
    "paid": "4.800,00",
}


def row(code: str, description: str = "Otra", **said: str) -> str:
    return "\t".join((code, description, *(SOUND | said).values()))


def income(code: str, *, paid: str = "200.000,00") -> str:
    sums = {"initial": "240.000,00", "amendments": "0,00", "revised": "240.000,00"}
    bare = {"certified": "", "committed": "", "accrued": paid, "paid": paid}
    return row(code, "Ingreso por el agua", **sums, **bare)


PAPER = "\n".join((HEADER, row("840104.01", "Cámaras"), income("130101")))
