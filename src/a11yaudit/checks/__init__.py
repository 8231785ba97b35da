"""One module per check: a frozen `Params` without defaults and a pure `check(subject, params)`."""
