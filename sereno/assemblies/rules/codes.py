"""The code that follows a suggestion: easy to read aloud, impossible to guess."""

import secrets
from hashlib import sha256

# No 0 and O, 1, I and L, no U: nothing that is mistaken on paper or by telephone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, LENGTH = 3, 4


def new_code() -> str:
    """Twelve signs out of thirty: nobody finds one of a million by trying."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def code_from(secret: bytes) -> str:
    """The one code of a secret of at least thirty-two bytes: a request sent twice gets it twice."""
    number, signs = int.from_bytes(secret, "big"), []
    for _ in range(GROUPS * LENGTH):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return read_code("".join(signs))


def read_code(text: str) -> str:
    """A code as someone typed it, put in order; empty where it cannot be one."""
    signs = [sign for sign in text.upper() if sign not in " -.\t\n"]
    if len(signs) != GROUPS * LENGTH or any(sign not in ALPHABET for sign in signs):
        return ""
    return "-".join("".join(signs[i : i + LENGTH]) for i in range(0, len(signs), LENGTH))


def digest(code: str) -> str:
    """What is kept in place of the code, so that whoever reads the database cannot follow it."""
    return sha256(code.encode()).hexdigest()
