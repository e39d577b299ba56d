"""The three acts have an order; after the third nothing follows."""

from sereno.reports.rules.signing import Act, Certificate, following, missing


def test_the_acts_follow_one_another() -> None:
    assert following(set()) == Act.MADE
    assert following({"elaborado"}) == Act.REVIEWED
    assert following({"elaborado", "revisado"}) == Act.APPROVED
    assert following({"elaborado", "revisado", "aprobado"}) is None


def test_an_act_says_itself_in_words() -> None:
    assert Act.APPROVED.words == "Aprobado por"


def test_a_certificate_never_tells_its_key_in_a_message() -> None:
    assert "clave" not in repr(Certificate(b"secreto", "clave"))


def test_what_nobody_signed_yet_is_named_in_order() -> None:
    assert missing({"revisado"}) == (Act.MADE, Act.APPROVED)
    assert missing({"elaborado", "revisado", "aprobado"}) == ()
