"""One module per check: a named tuple `Params` without defaults and a pure `check(subject, params)`."""
