"""The example council: Loja, its year of history and the simulator of its street."""
