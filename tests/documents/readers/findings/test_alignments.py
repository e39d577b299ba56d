"""An objective that is much nearer to another subject than its own is told, with the words why."""

import json
from pathlib import Path

from sereno.documents.readers.findings.alignments import near, nearer, subjects

SHIPPED = Path(__file__).parents[4] / "sereno" / "plans" / "data" / "catalogues.json"
OLD = "pnd-2021-2025"


def test_the_subjects_are_those_of_the_catalogues_with_words_of_their_own() -> None:
    shipped = {one["code"]: one for one in json.loads(SHIPPED.read_text("utf-8"))["catalogues"]}
    for code, (name, every) in subjects().items():
        held = shipped[code]
        assert name == held["name"]
        told = [(one["number"], one["title"]) for one in held["objectives"]]
        assert [(one.number, one.title) for one in every] == told
        assert all(len(one.words) > 4 for one in every)


SAFE = "Plan de Creación de Oportunidades. Objetivo 9: seguridad"
FAMILY = "Plan de Creación de Oportunidades. Objetivo 5: familias"


def test_another_subject_is_named_only_where_it_is_much_nearer() -> None:
    safe = "Instalar alarmas contra el delito con la policía"
    elsewhere = nearer(safe, FAMILY)
    assert elsewhere is not None
    mine, best = elsewhere
    assert (mine.number, best.subject.number) == ("5", "9")
    assert best.words == {"alarma", "delito", "policia"}
    assert nearer(safe, SAFE) is None
    assert nearer("Instalar alarmas en los barrios", FAMILY) is None  # one word tells nothing
    assert nearer(safe + " para la familia, la niñez y la mujer", FAMILY) is None
    assert nearer("Alarmas y delito, escuela y colegio", FAMILY) is None  # two are as near
    assert nearer(safe, "Plan propio, objetivo 5") is None


def test_a_word_that_more_subjects_share_counts_less() -> None:
    common = near("tecnologías", OLD)[0].score
    shared = near("movilidad", "pnd-2024-2025")[0].score
    assert common > 0
    assert shared == 0
    both = {one.subject.number: one.score for one in near("clima energía", "pnd-2024-2025")}
    assert both["10"] > 0
