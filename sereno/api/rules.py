"""What a scope opens, and how a token is written and recognised."""

import secrets
from hashlib import sha256

PREFIX = "sereno_"
LONGEST_DAYS = 366

# A token does what its scopes name, and of that only what its person's roles allow.
SCOPES: dict[str, frozenset[str]] = {
    "read": frozenset({"plan.see", "measurement.see", "budget.see"}),
    "measure": frozenset(
        {
            "measurement.take",
            "measurement.review",
            "measurement.approve",
            "measurement.return",
        }
    ),
    "plan": frozenset({"target.change", "target.confirm"}),
    "budget": frozenset({"budget.write"}),
}


def new_token() -> str:
    """Shown once to whoever made it; 256 bits that nobody guesses."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def opens(scopes: list[str], act: str) -> bool:
    return any(act in SCOPES.get(scope, frozenset()) for scope in scopes)
