"""The addresses of people: the start page, who is enrolled, who stands where."""

from django.urls import path

from sereno.people.views import beginning, first, home, people, shifts

app_name = "people"
urlpatterns = [
    path("primera-vez/<slug:code>/", first.first, name="first"),
    path("primeros-pasos/", beginning.first_steps, name="beginning"),
    path("inicio/", home.home, name="home"),
    path("personas/", people.people, name="list"),
    path("personas/nueva/", people.enrol, name="enrol"),
    path("personas/<int:pk>/", people.person, name="person"),
    path("personas/<int:pk>/funcion/", people.appoint, name="appoint"),
    path("personas/<int:pk>/retirar-funcion/", people.dismiss, name="dismiss"),
    path("personas/<int:pk>/contrasena/", people.give_password, name="give-password"),
    path("personas/<int:pk>/retirar-segundo-paso/", people.withdraw_factor, name="withdraw-factor"),
    path("turnos/", shifts.shifts, name="shifts"),
    path("turnos/empezar/", shifts.begin, name="begin-shift"),
    path("turnos/terminar/", shifts.end, name="end-shift"),
]
