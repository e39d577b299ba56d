"""Which files are kept as records."""

import pytest

from sereno.assemblies.rules.proof import LARGEST, Refusal, fault


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"%PDF-1.4", None),
        (b"", Refusal.EMPTY),
        (b"MZ program", Refusal.NOT_PDF),
        (b"<html>%PDF-", Refusal.NOT_PDF),
        (b"%PDF-" + b"x" * LARGEST, Refusal.TOO_LARGE),
    ],
)
def test_a_file_is_told_by_its_content(content: bytes, wrong: Refusal | None) -> None:
    assert fault(content) == wrong
