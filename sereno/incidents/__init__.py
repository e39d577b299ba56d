"""Someone answers: the console, the incident, the units sent, the close."""
