"""Open data: the three files of a numeral, as the Defensoría asks for them."""
