"""How a load goes: the extraction pool, the run with its transactions, the report."""
