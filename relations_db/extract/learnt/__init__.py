"""What is learnt from annotated texts rather than written as a rule: see `training/` for how the weights are made."""
