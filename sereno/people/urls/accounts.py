"""The sign-in pages of allauth that this house uses, and no other.

Nobody signs up, nothing is sent by mail: the addresses for that do not exist.
"""

from allauth.account import views
from django.urls import include, path

urlpatterns = [
    path("ingresar/", views.login, name="account_login"),
    path("salir/", views.logout, name="account_logout"),
    path("inactiva/", views.account_inactive, name="account_inactive"),
    path("confirmar/", views.reauthenticate, name="account_reauthenticate"),
    path("contrasena/", views.password_change, name="account_change_password"),
    path("segundo-paso/", include("allauth.mfa.urls")),
]
