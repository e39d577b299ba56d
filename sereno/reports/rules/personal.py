"""Personal data in a text that is to be published: identity numbers, telephones, private mail."""

import re
from enum import StrEnum

IDENTITY = re.compile(r"(?<!\d)(\d{10})(?!\d)")
MOBILE = re.compile(r"(?<!\d)(?:\+?593[\s-]?|0)9\d[\s-]?\d{3}[\s-]?\d{4}(?!\d)")
MAIL = re.compile(r"[\w.+-]+@(?:gmail|hotmail|outlook|yahoo|live|icloud|proton)\.[a-z.]{2,6}", re.I)
PROVINCES = range(1, 25)
ABROAD = 30
NATURAL = range(6)
NINE = 9


class Datum(StrEnum):
    IDENTITY = "identity"
    TELEPHONE = "telephone"
    MAIL = "mail"


def personal(text: str) -> tuple[Datum, ...]:
    """The kinds of personal data that a text holds.

    An institutional mail or landline is no person's. Ten digits are an identity number only where
    province, third digit and check digit agree (Registro Civil: modulus 10).
    """
    found = []
    if any(is_identity(number) for number in IDENTITY.findall(text)):
        found.append(Datum.IDENTITY)
    if MOBILE.search(text):
        found.append(Datum.TELEPHONE)
    if MAIL.search(text):
        found.append(Datum.MAIL)
    return tuple(found)


def is_identity(number: str) -> bool:
    """Whether ten digits are a cédula of a natural person."""
    province, third = int(number[:2]), int(number[2])
    if (province not in PROVINCES and province != ABROAD) or third not in NATURAL:
        return False
    total = 0
    for place, digit in enumerate(int(each) for each in number[:9]):
        doubled = digit * 2 if place % 2 == 0 else digit
        total += doubled - NINE if doubled > NINE else doubled
    return (10 - total % 10) % 10 == int(number[9])
