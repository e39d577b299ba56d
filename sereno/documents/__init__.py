"""The council's own documents: read, questioned, and accepted into plan, budget and commitments."""
