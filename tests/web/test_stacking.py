"""A table read downwards: each cell under the head of its column, whatever spans it."""

import pytest
from django.template import engines

from sereno.web.stacking import NoHead, named

PAGE = """{% load sereno %}{% stacks %}<div class="table stacks"><table class="x">
<thead><tr><th scope="col">Meta <b>nueva</b></th><th colspan="2">Se dijo "así"</th>
<th><span>Año</span></th></tr></thead>
<tbody><tr class="project"><th colspan="4">{{ project }}</th></tr>
<tr><th scope="row">Parques</th><td>12</td><td class="n">13</td><td>2026</td></tr>
<tr><td rowspan="2">Barrios</td><td>1</td><td>2</td><td>3</td></tr>
<tr class="more"><td>4</td><td colspan="2">5</td></tr>
<tr><td>6</td><td colspan="2">7</td><td>8</td></tr></tbody></table></div>{% endstacks %}"""


def test_every_cell_says_the_head_of_its_column() -> None:
    page = engines["django"].from_string(PAGE).render({"project": "Luz & <agua>"})
    for said in (
        '<table role="table" class="x">',
        '<tr role="row" class="project"><th role="rowheader" colspan="4">Luz &amp; &lt;agua&gt;',
        '<th role="rowheader" scope="row">Parques</th>'
        '<td role="cell" data-head="Se dijo &quot;así&quot;">12</td>'
        '<td role="cell" class="n" data-head="Se dijo &quot;así&quot;">13</td>'
        '<td role="cell" data-head="Año">2026</td>',
        '<td role="cell" rowspan="2" data-head="Meta nueva">Barrios</td>',
    ):
        assert said in page
    assert '<thead><tr><th scope="col">Meta <b>nueva</b></th>' in page


def test_a_cell_under_one_that_hangs_from_above_keeps_its_column() -> None:
    page = engines["django"].from_string(PAGE).render({"project": ""})
    last = page[page.index('class="more"') :]
    assert '<td role="cell" data-head="Se dijo &quot;así&quot;">4</td>' in last
    assert '<td role="cell" colspan="2">5</td>' in last


def test_a_cell_over_several_columns_says_their_head_only_if_it_is_one() -> None:
    page = engines["django"].from_string(PAGE).render({"project": ""})
    assert '<td role="cell" colspan="2" data-head="Se dijo &quot;así&quot;">7</td>' in page
    assert '<td role="cell" data-head="Año">8</td>' in page


def test_a_table_without_heads_does_not_stack() -> None:
    with pytest.raises(NoHead):
        named("<table><tbody><tr><td>1</td></tr></tbody></table>")
