"""Every text that people read is found, in templates and in code."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import polib
import pytest

HOUSE = Path(__file__).parent.parent


def script(name: str) -> ModuleType:
    loader = SourceFileLoader(name, str(HOUSE / "scripts" / name))
    spec = spec_from_loader(name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


messages = script("messages")


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


def test_texts_are_heard_in_code() -> None:
    code = (
        "_('Tomar' ' ya')\nngettext('Una', '%d alertas', n)\npgettext('mes', 'Mayo')\nother('x')\n"
    )
    assert set(messages.in_code(code)) == {
        messages.Message("Tomar ya"),
        messages.Message("Una", plural="%d alertas"),
        messages.Message("Mayo", context="mes"),
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
