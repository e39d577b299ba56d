"""A code is read however it was typed, and cannot be taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.assemblies.rules.codes import ALPHABET, code_from, digest, new_code, read_code


def test_a_new_code_is_read_back_in_any_hand() -> None:
    code = new_code()
    assert len(code) == 14
    assert read_code(code) == code
    assert read_code(f" {code.lower().replace('-', ' ')} ") == code


@pytest.mark.parametrize("text", ["", "ABCD", "ABCD-EFGH-JKM", "ABCD-EFGH-JKMO", "nueva"])
def test_what_is_no_code_is_nothing(text: str) -> None:
    assert read_code(text) == ""


@given(st.text())
def test_no_text_is_read_into_something_else(text: str) -> None:
    read = read_code(text)
    assert read == "" or set(read) <= {*ALPHABET, "-"}


def test_two_codes_share_neither_words_nor_digest() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == len({digest(code) for code in codes}) == 200


def test_a_code_of_a_secret_is_one_that_people_can_type() -> None:
    found = {code_from(bytes([number]) * 32) for number in range(256)}
    assert len(found) == 256
    assert all(read_code(code) == code for code in found)
