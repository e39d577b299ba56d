"""What is wrong with a Word template, as a sentence that says where and what to do."""

from django.utils.translation import gettext as _

from sereno.reports.formats.docx.accepted import Flaw


def sentence(flaw: Flaw) -> str:
    where, found = flaw.where, flaw.found
    return {
        "too_big": _(
            "El archivo pesa %(found)s MB y el máximo son 2 MB. Reduzca las imágenes en Word "
            "(Comprimir imágenes) y vuelva a subirlo."
        ),
        "too_big_opened": _(
            "El archivo es demasiado grande una vez abierto. Quite imágenes y vuelva a subirlo."
        ),
        "not_word": _(
            "El archivo no es un documento de Word (.docx) o está dañado. Ábralo en Word, elija "
            "«Guardar como» documento de Word (.docx) y suba ese."
        ),
        "macro": _(
            "El archivo trae una macro o un objeto incrustado (%(where)s). Guárdelo en Word como "
            "documento sin macros (.docx) y sin objetos, y vuelva a subirlo."
        ),
        "outside": _(
            "El archivo trae algo de otro sitio (%(where)s), como una imagen vinculada o una "
            "plantilla adjunta. Inserte la imagen dentro del documento y vuelva a subirlo."
        ),
        "broken": _(
            "Hay una marca mal escrita en %(where)s: «%(found)s». Revise que cada {{ cierre con "
            "}} y que cada {%% if y {%% for tenga su {%% endif o {%% endfor."
        ),
        "unknown": _(
            "En %(where)s se pide «%(found)s», que ningún documento tiene. Use solo las palabras "
            "de la lista de abajo."
        ),
        "forbidden": _(
            "En %(where)s hay algo que una plantilla no puede hacer («%(found)s»). Use solo las "
            "palabras de la lista, «if» y «for»."
        ),
        "loop": _(
            "En %(where)s hay un «for» que no recorre una lista del documento, o que está dentro "
            "de otro. Use «for parte in partes», y dentro «parte.parrafos» o «parte.firmas»."
        ),
        "too_many_loops": _("La plantilla tiene %(found)s «for»; el máximo son 40. Quite algunos."),
        "leaves_out": _(
            "La plantilla deja fuera algo que el documento dice: «%(found)s». Toda edición debe "
            "mostrar su título, la institución, el sello y cada parte con sus párrafos y tablas."
        ),
    }[flaw.code] % {"where": where, "found": found}
