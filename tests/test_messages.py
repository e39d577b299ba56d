"""No text that people read lacks its English, and the catalogue knows every text."""

import re
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import polib
import pytest

HOUSE = Path(__file__).parent.parent
HOLE = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


def script(name: str) -> ModuleType:
    loader = SourceFileLoader(name, str(HOUSE / "scripts" / name))
    spec = spec_from_loader(name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


messages = script("messages")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(messages.CATALOGUE))


def test_the_catalogue_holds_what_people_read_and_nothing_else(catalogue: polib.POFile) -> None:
    written = {(message.text, message.context) for message in messages.gather()}
    kept = {(entry.msgid, entry.msgctxt or "") for entry in catalogue}
    assert sorted(written - kept) == [], "run scripts/messages"
    assert sorted(kept - written) == [], "run scripts/messages"


def test_every_text_has_its_english(catalogue: polib.POFile) -> None:
    assert messages.untranslated(catalogue) == []


def test_a_translation_has_the_same_holes_as_its_text(catalogue: polib.POFile) -> None:
    def holes(text: str) -> list[str]:
        return sorted(found[0] for found in HOLE.finditer(text))

    astray = [
        entry.msgid
        for entry in catalogue
        for text in [entry.msgstr, *entry.msgstr_plural.values()]
        if text and holes(text) not in (holes(entry.msgid), holes(entry.msgid_plural or ""))
    ]
    assert astray == []


def test_texts_are_heard_in_templates() -> None:
    template = (
        "{% load i18n %}"
        "{% translate 'Tomar' %}{% translate 'Mayo' context 'mes' %}{{ x|default:_('sin dato') }}"
        "{% blocktranslate trimmed with n=x|length %}\n Hay {{ n }} al 5 %\n{% endblocktranslate %}"
        "{% blocktranslate count n=x %}Una{% plural %}{{ n }} alertas{% endblocktranslate %}"
    )
    assert set(messages.in_template(template)) == {
        messages.Message("Tomar"),
        messages.Message("Mayo", context="mes"),
        messages.Message("sin dato"),
        messages.Message("Hay %(n)s al 5 %%"),
        messages.Message("Una", plural="%(n)s alertas"),
    }


def test_texts_are_heard_in_code_under_whatever_name_it_imports() -> None:
    code = (
        "from django.utils.translation import gettext_lazy as say\n"
        "_('Tomar' ' ya')\nngettext('Una', '%d alertas', n)\npgettext('mes', 'Mayo')\nother('x')\n"
        "say('Dejar')\n"
    )
    assert set(messages.in_code(code)) == {
        messages.Message("Tomar ya"),
        messages.Message("Una", plural="%d alertas"),
        messages.Message("Mayo", context="mes"),
        messages.Message("Dejar"),
    }


def test_a_text_put_together_while_running_is_refused() -> None:
    with pytest.raises(messages.NotAText):
        list(messages.in_code("_(f'Hay {n}')"))


def test_a_translation_is_kept_when_its_text_is_gathered_again() -> None:
    kept = polib.POFile()
    kept.append(polib.POEntry(msgid="Tomar", msgstr="Take"))
    kept.append(polib.POEntry(msgid="Dejar", msgstr="Leave"))
    found = {messages.Message("Tomar"): ["a.py"], messages.Message("Cerrar"): ["a.py"]}
    assert [(entry.msgid, entry.msgstr) for entry in messages.merged(found, kept)] == [
        ("Tomar", "Take"),
        ("Cerrar", ""),
    ]
