"""A proof is a link or a PDF, and works once another person opened it."""

from hashlib import sha256

import pytest

from sereno.assemblies import actions
from sereno.assemblies.rules.drafts import ProofDraft
from sereno.people.models import Person
from tests.assemblies.conftest import AT, PDF


def test_a_pdf_is_kept_under_its_own_seal(carmen: Person) -> None:
    one = actions.add_proof(ProofDraft("Acta", file=PDF), by=carmen, at=AT)
    two = actions.add_proof(ProofDraft("La misma", file=PDF), by=carmen, at=AT)
    assert one.sha256 == sha256(PDF).hexdigest()
    assert one.file.name == two.file.name
    with one.file.open() as kept:
        assert kept.read() == PDF


@pytest.mark.parametrize(
    "draft",
    [
        ProofDraft("Nada"),
        ProofDraft("Los dos", "https://example.org/", PDF),
        ProofDraft("Un programa", file=b"MZ"),
        ProofDraft("Un guion", "javascript:alert(1)"),
    ],
)
def test_anything_else_is_refused(draft: ProofDraft, carmen: Person) -> None:
    with pytest.raises(actions.NotAProof):
        actions.add_proof(draft, by=carmen, at=AT)


def test_another_person_opens_it_once(carmen: Person, elena: Person) -> None:
    proof = actions.add_proof(ProofDraft("Acta", "https://example.org/"), by=carmen, at=AT)
    with pytest.raises(actions.SamePerson):
        actions.verify_proof(proof, works=True, by=carmen, at=AT)
    actions.verify_proof(proof, works=False, by=elena, at=AT)
    assert proof.rejected_at == AT
    with pytest.raises(actions.AlreadyDecided):
        actions.verify_proof(proof, works=True, by=elena, at=AT)
