"""The plain words of what happened: a name of an event as a neighbour would say it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.reports.rules.standing import Standing

Words = str | Promise

EVENTS: dict[str, Words] = {
    "signal.kept": _("Llegó la señal y quedó guardada"),
    "signal.faulted": _("La señal llegó con una falla y pasó a revisión técnica"),
    "signal.seen": _("Una persona del servicio técnico revisó la señal"),
    "alert.raised": _("La señal se convirtió en alerta"),
    "alert.repeated": _("Llegó otra señal del mismo llamado"),
    "alert.specified": _("Quien llamó dijo qué ocurre"),
    "alert.located": _("Se conoció el lugar de la alerta"),
    "alert.acknowledged": _("Una persona de la central tomó la alerta"),
    "alert.classified": _("Se anotó qué resultó ser"),
    "incident.opened": _("Se abrió el incidente"),
    "incident.unit_sent": _("Se envió una unidad"),
    "incident.unit_arrived": _("Llegó una unidad al lugar"),
    "incident.unit_cleared": _("Una unidad quedó libre"),
    "incident.noted": _("Se escribió una nota"),
    "incident.closed": _("Se cerró el incidente"),
    "unit.added": _("Se registró una unidad"),
    "unit.retired": _("Una unidad dejó de prestar servicio"),
    "device.requested": _("Se solicitó un dispositivo"),
    "device.changed": _("El dispositivo cambió de estado"),
    "device.fell_silent": _("El dispositivo dejó de responder"),
    "device.came_back": _("El dispositivo volvió a responder"),
    "device.keyed": _("El dispositivo recibió una clave nueva"),
    "activity.planned": _("Se fijó la fecha de una actividad"),
    "activity.held": _("La actividad se realizó"),
    "activity.cancelled": _("La actividad se canceló"),
    "council.described": _("El Consejo dijo su nombre y cómo se lo contacta"),
    "territory.imported": _("Se cargaron datos del territorio"),
    "catalogue.added": _("Se registró un catálogo de objetivos"),
    "catalogue.extended": _("Se añadieron objetivos a un catálogo"),
    "catalogue.amended": _("Se corrigió un catálogo de objetivos"),
    "catalogue.title_confirmed": _("Se confirmó el título de un objetivo de un catálogo"),
    "plan.drafted": _("Se ingresó un plan"),
    "plan.extended": _("Se amplió un plan"),
    "plan.shortened": _("Se quitó una parte de un plan en borrador"),
    "plan.amended": _("Se corrigió un plan en borrador"),
    "plan.published": _("Se publicó un plan"),
    "task.programmed": _("Se programó una actividad"),
    "task.change_proposed": _("Se propuso programar de otro modo una actividad publicada"),
    "task.changed": _("Se confirmó la nueva programación de una actividad"),
    "task.change_refused": _("No se aceptó la nueva programación de una actividad"),
    "task.progress_told": _("Se informó el avance de una actividad"),
    "task.progress_confirmed": _("Se confirmó el avance de una actividad"),
    "task.progress_returned": _("Se devolvió el avance de una actividad"),
    "chart.unit_placed": _("Se dijo qué hace una unidad y de quién depende"),
    "ordinance.entered": _("Se registró una ordenanza"),
    "ordinance.amended": _("Se corrigió el registro de una ordenanza"),
    "ordinance.article_added": _("Se anotó lo que ordena un artículo"),
    "ordinance.article_followed": _("Se dijo cuánto se ha cumplido de un artículo"),
    "target.set": _("Se fijó una meta"),
    "budget.line_added": _("Se registró una partida del presupuesto"),
    "budget.line_shared": _("Se dijo a qué proyectos sirve una partida"),
    "budget.line_programmed": _("Se programó una partida mes a mes"),
    "budget.statement_taken": _("Se registró la cédula presupuestaria de un mes"),
    "budget.snapshot_withdrawn": _("Se retiró lo que la cédula de un mes decía de una partida"),
    "budget.month_closed": _("Se cerró un mes del presupuesto"),
    "budget.correction_proposed": _("Se propuso corregir un mes cerrado"),
    "budget.correction_agreed": _("Otra persona aceptó corregir un mes cerrado"),
    "budget.correction_refused": _("Otra persona rechazó corregir un mes cerrado"),
    "budget.terms_set": _("Se fijó cómo se lee el presupuesto"),
    "contract.signed": _("Se registró un contrato"),
    "contract.work_ordered": _("Se emitió una orden de trabajo"),
    "contract.work_reported": _("Se informó un trabajo como hecho"),
    "contract.proof_added": _("Se agregó la evidencia de un trabajo"),
    "contract.payment_entered": _("Se registró un pago"),
    "target.change_proposed": _("Se propuso cambiar una meta publicada"),
    "target.changed": _("Otra persona confirmó el cambio de una meta"),
    "target.change_refused": _("No se aceptó el cambio de una meta"),
    "indicator.tied": _("Se dijo de dónde sale un indicador"),
    "suggestion.received": _("Llegó una sugerencia"),
    "suggestion.grouped": _("La sugerencia se reunió con otras en un asunto"),
    "suggestion.contact_erased": _("Se borró el contacto de quien sugirió"),
    "matter.opened": _("Se abrió un asunto con lo que piden varias personas"),
    "suggestion.withdrawn": _("Se retiró una sugerencia leída por error en un documento"),
    "matter.withdrawn": _("Se retiró un asunto leído por error en un documento"),
    "commitment.withdrawn": _("Se retiró un compromiso leído por error en un documento"),
    "matter.supported": _("Alguien más apoyó un asunto"),
    "commitment.accepted": _("El Consejo aceptó un compromiso"),
    "advance.noted": _("Se anotó el avance de un compromiso"),
    "advance.confirmed": _("Otra persona confirmó el avance"),
    "refusal.proposed": _("Se escribió un no con su razón"),
    "refusal.confirmed": _("Otra persona confirmó el no"),
    "refusal.returned": _("El no se devolvió"),
    "answer.time_added": _("Se fijó el plazo para responder"),
    "deliberation.called": _("Se fijó la fecha de una asamblea"),
    "deliberation.counted": _("Se contó la asistencia a una asamblea"),
    "deliberation.minutes_added": _("Se guardó el acta de una asamblea"),
    "process.loaded": _("Se cargaron los pasos de la rendición de cuentas"),
    "process.opened": _("Comenzó la rendición de cuentas de un año"),
    "process.dated": _("Se fijó el día de la deliberación"),
    "process.step_told": _("Se registró un paso de la rendición de cuentas"),
    "process.phase_closed": _("Se completó una fase de la rendición de cuentas"),
    "proof.added": _("Se guardó una prueba"),
    "proof.verified": _("Otra persona abrió la prueba y es lo que dice"),
    "proof.rejected": _("Otra persona abrió la prueba y no sirve"),
    "target.measured": _("Se midió una meta"),
    "evidence.added": _("Se agregó una evidencia"),
    "evidence.probed": _("Se visitó un enlace de la evidencia"),
    "measurement.reviewed": _("Otra persona revisó la medición"),
    "measurement.approved": _("La dirección aprobó la medición"),
    "measurement.returned": _("La medición se devolvió"),
    "bands.set": _("Se fijaron las bandas de cumplimiento"),
    "figure.published": _("Se publicó la cifra"),
    "figure.corrected": _("Se publicó una cifra que corrige a otra"),
    "token.made": _("Se dio una clave a un programa"),
    "token.revoked": _("Se revocó la clave de un programa"),
    "alert.kind_described": _("Se registró o cambió una clase de alerta"),
    "alert.kind_retired": _("Una clase de alerta dejó de usarse"),
    "alert.times_set": _("Se fijaron tiempos de respuesta"),
    "alert.catalogues_loaded": _("Se cargaron los tipos de alerta y los tiempos propuestos"),
    "document.kept": _("Se recibió un documento"),
    "document.parsed": _("Se leyó un documento"),
    "document.rejected": _("No se pudo leer un documento"),
    "document.rereading_asked": _("Se pidió leer un documento otra vez"),
    "document.directed": _("Se dijo a qué plan va un documento"),
    "document.columns_mapped": _("Se dijo qué es cada columna"),
    "document.row_corrected": _("Se corrigió una fila leída"),
    "document.rows_accepted": _("Se aceptaron filas de un documento"),
    "document.rows_refused": _("Se rechazaron filas de un documento"),
    "document.row_reopened": _("Se reabrió una fila de un documento"),
    "document.leftovers_looked_over": _("Se miró lo que no se entendió"),
    "document.edition_applied": _("Se aplicó una edición corregida de un documento"),
    "document.reviewed": _("Terminó la revisión de un documento"),
    "edition.prepared": _("Se preparó una edición"),
    "edition.published": _("Se publicó una edición"),
    "edition.signed": _("Se firmó electrónicamente una edición"),
    "edition.returned": _("Se devolvió una edición"),
    "register.kept": _("Se guardó un registro de transparencia"),
    "text.kept": _("Se escribió un texto de un documento"),
    "figure.superseded": _("Llegaron datos que cambian una cifra publicada"),
    "links.visited": _("Se visitaron los enlaces de los registros"),
    "template.kept": _("Se recibió una plantilla de Word"),
    "template.adopted": _("Se eligió con qué plantilla sale un documento"),
    "person.enrolled": _("Se inscribió a una persona"),
    "person.appointed": _("Una persona recibió una función"),
    "person.dismissed": _("Una persona dejó una función"),
    "person.signed_in": _("Una persona ingresó"),
    "person.password_set": _("Una persona cambió su contraseña"),
    "person.second_factor_set": _("Una persona activó su segundo paso de ingreso"),
    "person.second_factor_withdrawn": _("Se retiró un segundo paso de ingreso"),
    "person.recovery_codes_made": _("Se hicieron códigos de respaldo"),
    "shift.begun": _("Comenzó un turno"),
    "shift.ended": _("Terminó un turno"),
}

STANDINGS: dict[Standing, Words] = {
    Standing.KEPT: _("Cumplida"),
    Standing.HOLDING: _("Se cumple hasta hoy"),
    Standing.UNDER_WAY: _("En camino"),
    Standing.MISSED: _("No se alcanzó"),
    Standing.NOT_DUE: _("Aún no vence"),
    Standing.UNKNOWN: _("Sin dato"),
    Standing.NOT_APPLICABLE: _("No aplica"),
}

# What a record of a worksheet is, one and several.
RECORDS: dict[str, tuple[Words, Words]] = {
    "incident": (_("incidente"), _("incidentes")),
    "alert": (_("alerta"), _("alertas")),
    "signal": (_("señal"), _("señales")),
    "device": (_("dispositivo"), _("dispositivos")),
    "place": (_("lugar"), _("lugares")),
    "barrio": (_("barrio"), _("barrios")),
    "activity": (_("actividad"), _("actividades")),
}
FORMULAS: dict[str, tuple[Words, Words]] = {
    "count": (
        _("Cantidad de filas"),
        _(
            "Se cuentan las filas de la hoja. Si no hay ninguna, el resultado es cero; si nadie "
            "registra todavía nada de esa clase, no hay dato."
        ),
    ),
    "sum": (
        _("Suma"),
        _("Se suman los valores de todas las filas de la hoja."),
    ),
    "median": (
        _("Mediana"),
        _(
            "Se ordenan los valores de menor a mayor y se toma el del medio: la mitad de los casos "
            "está por debajo y la otra mitad por encima. Si son pares, es el promedio de los dos "
            "del medio."
        ),
    ),
    "p90": (
        _("Nueve de cada diez"),
        _(
            "Se ordenan los valores de menor a mayor y se toma el que no superan nueve de cada "
            "diez casos. Siempre es el valor de un caso real."
        ),
    ),
    "share": (
        _("Porcentaje"),
        _(
            "Se suman las filas que cumplen (valor 1) y se divide para el total de filas. "
            "El resultado se escribe de cada cien."
        ),
    ),
    "reported": (
        _("Número reportado"),
        _(
            "El número lo informó la unidad responsable; la hoja guarda lo que dijo. "
            "Si dio una parte y un total, el porcentaje es parte dividida para total."
        ),
    ),
}


def of_event(name: str) -> Words:
    """An event without words of its own is still an act that happened."""
    return EVENTS.get(name, _("Otro acto registrado"))


def of_record(record: str) -> str:
    """``incidente 41``; the word itself where nobody named its kind."""
    kind, _colon, number = record.partition(":")
    return f"{RECORDS[kind][0]} {number}" if kind in RECORDS and number else record


def of_formula(code: str) -> tuple[Words, Words]:
    """Its name, and what is done with the rows."""
    return FORMULAS.get(code, (code, ""))
