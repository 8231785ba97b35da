"""What a run is compared with, and whether it fails: baselines, git revisions, budgets."""
