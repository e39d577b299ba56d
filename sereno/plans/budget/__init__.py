"""With what money it was promised: lines, monthly statements, contracts and their payments."""
