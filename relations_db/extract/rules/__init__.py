"""The rules, one file per kind of fact."""
