"""How good extraction is: the codebook's section on scoring, against gold files and against a committed baseline."""

from relations_db.evaluate.baseline import Change, changes, check_losses, read_baseline, write_baseline
from relations_db.evaluate.evaluation import Evaluation, evaluate
from relations_db.evaluate.gold import extract_texts, read_facts, read_held
from relations_db.evaluate.scoring import CORE, Problem, Score

__all__ = [
    "CORE",
    "Change",
    "Evaluation",
    "Problem",
    "Score",
    "changes",
    "check_losses",
    "evaluate",
    "extract_texts",
    "read_baseline",
    "read_facts",
    "read_held",
    "write_baseline",
]
