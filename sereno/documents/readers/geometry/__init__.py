"""How words and rules on pages become lines and tables, whoever read the words.

PDF and scan hand in the same ``Sheet``; nothing here knows a file, a library or a language.
"""
