"""What Python may import: the interpreter's own folders and the one that holds this package, never the surroundings.

The folder that is audited is an attacker's, and it is often the current one. It imports only modules that Python has loaded at start-up.
"""

import os
import sys

FOLDERS = (os.path.dirname(os.path.dirname(os.path.abspath(__file__))),)  # noqa: PTH100, PTH120
"""Where modules may come from besides the interpreter's own folders: the folder that holds this package."""


def leave_surroundings() -> None:
    """Import nothing more from the current folder, the script's folder, PYTHONPATH and the user's own packages.

    `python -I` does the same, and earlier. What Python itself has loaded up to here can't be undone.
    """
    if sys.flags.isolated:
        return
    if not sys.flags.safe_path:
        del sys.path[0]
    named = "" if sys.flags.ignore_environment else os.environ.get("PYTHONPATH", "")
    left = {os.path.realpath(folder) for folder in (*(named.split(os.pathsep) if named else ()), *_user_packages())}
    sys.path[:] = [folder for folder in sys.path if folder and os.path.realpath(folder) not in left]
    sys.path.extend(folder for folder in FOLDERS if folder not in sys.path)


def _user_packages() -> tuple[str, ...]:
    found = getattr(sys.modules.get("site"), "USER_SITE", None)
    return (found,) if found else ()
