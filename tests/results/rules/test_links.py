"""A link is judged by what its server answered; private addresses are never visited."""

import pytest

from sereno.results.rules.links import Answer, Verdict, may_visit, port_of, verdict

PAGE = b"<html><head><title>Acta</title></head><body>Acta de entrega</body></html>"


def seen(
    status: int = 200, start: bytes = PAGE, asked: str = "https://e.org/acta", ended: str = ""
) -> Verdict:
    return verdict(Answer(asked, ended or asked, status, start))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (seen(), Verdict.WORKS),
        (seen(start=b"%PDF-1.7", asked="https://e.org/acta.pdf"), Verdict.WORKS),
        (seen(status=401), Verdict.ASKS_LOGIN),
        (seen(status=403), Verdict.ASKS_LOGIN),
        (seen(ended="https://e.org/login?next=acta"), Verdict.ASKS_LOGIN),
        (seen(start=b"<form><input name=p type='password'></form>"), Verdict.ASKS_LOGIN),
        (seen(status=404), Verdict.GONE),
        (seen(status=410), Verdict.GONE),
        (seen(start="<title>Página no encontrada</title>".encode()), Verdict.GONE),
        (seen(asked="https://e.org/acta.pdf"), Verdict.NOT_WHAT_IT_SAYS),
        (seen(start=b"  "), Verdict.NOT_WHAT_IT_SAYS),
        (seen(status=503), Verdict.NO_ANSWER),
        (seen(status=302), Verdict.NO_ANSWER),
    ],
)
def test_an_answer_is_judged_in_one_word(found: Verdict, expected: Verdict) -> None:
    assert found is expected


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.8", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.1"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1"),
        *("::ffff:127.0.0.1", "2002:7f00:1::", "nada"),
    ],
)
def test_no_private_address_is_visited(address: str) -> None:
    assert not may_visit(address)


def test_public_addresses_are_visited() -> None:
    assert may_visit("8.8.8.8")
    assert may_visit("2606:4700::1111")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://e.org/a", ("e.org", 443)),
        ("http://e.org:8080/a", ("e.org", 8080)),
        ("ftp://e.org/a", None),
        ("file:///etc/passwd", None),
        ("https://ana:clave@e.org/", None),
        ("https://e.org:no/", None),
        ("https:///a", None),
    ],
)
def test_only_addresses_of_the_web_are_visited(link: str, expected: tuple[str, int] | None) -> None:
    assert port_of(link) == expected
