"""Whom the example lets in: one person of each role, for whoever tries Sereno out."""

from sereno.example import files
from sereno.example.cast import PASSWORD
from sereno.people.rules import Role

DOES = {
    Role.OPERATOR: "atiende alertas en /consola/",
    Role.SUPERVISOR: "dirige la sala",
    Role.TECHNICIAN: "cuida los dispositivos",
    Role.PLANNER: "lleva el plan y mide las metas",
    Role.FINANCE: "revisa las cuentas",
    Role.DIRECTOR: "aprueba y publica",
    Role.AUDITOR: "lo lee todo y no cambia nada",
    Role.PROMOTER: "trabaja con los barrios",
    Role.NEIGHBOUR: "pide auxilio en /vecino/",
}


def lines() -> list[str]:
    first: dict[str, str] = {}
    for row in files.table("people"):
        first.setdefault(row["role"], row["username"])
    return [
        "Este es un ejemplo: nada de lo que muestra ocurrió.",
        f"Para ingresar, con la contraseña {PASSWORD}:",
        *(f"  {first[role]:<8} {does}" for role, does in DOES.items()),
    ]
