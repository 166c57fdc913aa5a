"""From a document to statements by rules. `Extractor(vocabulary).extract(document)` is the way in; `to_codebook` writes the JSON."""

from relations_db.extract.codebook import claim_fields, statement_fields, to_codebook
from relations_db.extract.engine import ALL_RULES, Extractor
from relations_db.extract.version import extractor_version

__all__ = ["ALL_RULES", "Extractor", "claim_fields", "extractor_version", "statement_fields", "to_codebook"]
