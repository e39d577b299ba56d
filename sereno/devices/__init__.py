"""Things in the street and their life, from the request to the retirement."""
