"""Elements are escaped, and a template prints them as they are."""

from decimal import Decimal

from django.utils.html import conditional_escape

from sereno.reports.formats.svg.ink import drawing, element, text


def test_names_of_attributes_and_numbers_are_written_as_svg_reads_them() -> None:
    made = element("line", x1=Decimal("2.50"), y1=3.0, stroke_width=2, class_="target", fill="")
    assert made == '<line x1="2.5" y1="3" stroke-width="2" class="target"/>'


def test_nothing_gets_out_of_a_text_or_an_attribute() -> None:
    assert "<script>" not in text("<script>", x=1, y=2)
    assert element("a", href='"><b>') == '<a href="&quot;&gt;&lt;b&gt;"/>'


def test_a_template_does_not_escape_a_drawing_again() -> None:
    made = drawing(element("rect"), width=10, height=5, title="Uno & dos")
    assert str(conditional_escape(made)) == str(made)
    assert "<title>Uno &amp; dos</title>" in made
