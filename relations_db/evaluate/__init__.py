"""How good extraction is: the codebook's section on scoring, against gold files and against a committed baseline."""

from relations_db.evaluate.baseline import Change, changes, check_losses, read_baseline, write_baseline
from relations_db.evaluate.evaluation import Evaluation, evaluate, is_held_out
from relations_db.evaluate.gold import extract_texts, read_facts
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
    "is_held_out",
    "read_baseline",
    "read_facts",
    "write_baseline",
]
