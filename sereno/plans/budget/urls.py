"""The addresses of the budget."""

app_name = "budget"
urlpatterns: list[object] = []
