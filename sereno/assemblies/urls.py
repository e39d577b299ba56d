"""The addresses of what people asked. The public ones are printed on slips, so they stay."""

from django.urls import path

from sereno.assemblies.views import desk, meetings, process, public

app_name = "assemblies"
urlpatterns = [
    path("sugerencias/", public.index, name="index"),
    path("sugerencias/nueva/", public.ask, name="ask"),
    path("sugerencias/asuntos/<int:pk>/", public.matter, name="matter"),
    path("sugerencias/asuntos/<int:pk>/apoyar/", public.support, name="support"),
    path("sugerencias/cumplimiento/<int:year>/", public.table, name="compliance"),
    path("sugerencias/cumplimiento/<int:year>.csv", public.table_csv, name="compliance-csv"),
    path("sugerencias/<str:code>/", public.follow, name="follow"),
    path("asambleas/", meetings.index, name="meetings"),
    path("asambleas/nueva/", meetings.call, name="call"),
    path("asambleas/<int:pk>/", meetings.meeting, name="meeting"),
    path("asambleas/<int:pk>/asistencia/", meetings.count, name="count"),
    path("asambleas/<int:pk>/acta/", meetings.minutes, name="minutes"),
    path("asambleas/<int:pk>/mesa/", meetings.take, name="table"),
    path("asambleas/sugerencias/", desk.suggestions, name="suggestions"),
    path("asambleas/sugerencias/papel/", meetings.take, name="paper"),
    path("asambleas/sugerencias/plazo/", desk.answer_time, name="answer-time"),
    path("asambleas/sugerencias/agrupar/", desk.group, name="group"),
    path("asambleas/sugerencias/<int:pk>/contacto/", desk.erase_contact, name="erase-contact"),
    path("asambleas/sugerencias/asuntos/<int:pk>/", desk.answer, name="answer"),
    path("asambleas/sugerencias/asuntos/<int:pk>/compromiso/", desk.commit, name="commit"),
    path("asambleas/sugerencias/asuntos/<int:pk>/no/", desk.propose_no, name="propose-no"),
    path("asambleas/sugerencias/asuntos/<int:pk>/avance/", desk.note_advance, name="note-advance"),
    path("asambleas/sugerencias/no/<int:pk>/confirmar/", desk.confirm_no, name="confirm-no"),
    path("asambleas/sugerencias/no/<int:pk>/devolver/", desk.return_no, name="return-no"),
    path(
        "asambleas/sugerencias/avances/<int:pk>/confirmar/",
        desk.confirm_advance,
        name="confirm-advance",
    ),
    path("asambleas/proceso/", process.index, name="processes"),
    path("asambleas/proceso/cargar/", process.load, name="load-steps"),
    path("asambleas/proceso/abrir/", process.start, name="start"),
    path("asambleas/proceso/<int:year>/", process.process, name="process"),
    path("asambleas/proceso/<int:year>/deliberacion/", process.dated, name="dated"),
    path("asambleas/proceso/<int:year>/fase/<int:phase>/", process.close, name="close-phase"),
    path("asambleas/proceso/pasos/<int:pk>/", process.step, name="step"),
    path("asambleas/proceso/pasos/<int:pk>/hecho/", process.tell, name="tell"),
    path("asambleas/proceso/pasos/<int:pk>/prueba/", process.show, name="show"),
    path("asambleas/pruebas/<int:pk>/", process.file, name="proof"),
    path("asambleas/pruebas/<int:pk>/revisar/", process.verify, name="verify"),
]
