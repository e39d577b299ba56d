"""What a scope opens, and how a token is written and recognised."""

import hmac
import secrets
from hashlib import sha256

PREFIX = "sereno_"
LONGEST_DAYS = 366
KEY_DAYS = 7  # how long the answer to a write is kept for whoever asks again
LONGEST_KEY = 200

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
    "progress": frozenset({"plan.see", "task.tell", "task.confirm"}),
    "plan": frozenset({"target.change", "target.confirm"}),
    "budget": frozenset({"budget.write"}),
    "draft": frozenset({"plan.see", "plan.write"}),
    "asked": frozenset(
        {
            "suggestion.see",
            "suggestion.take",
            "suggestion.group",
            "suggestion.answer",
            "suggestion.confirm",
        }
    ),
}


def new_token() -> str:
    """Shown once to whoever made it; 256 bits that nobody guesses."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def opens(scopes: list[str], act: str) -> bool:
    return any(act in SCOPES.get(scope, frozenset()) for scope in scopes)


def fingerprint(method: str, path: str, body: bytes) -> str:
    """Whether two requests ask for the same."""
    return sha256(b"\n".join((method.encode(), path.encode(), body))).hexdigest()


def secret_of(token: str, key: str) -> bytes:
    """What only whoever holds a token and repeats a key can work out again."""
    return hmac.digest(token.encode(), key.encode(), "sha256")
