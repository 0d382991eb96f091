"""One Rasa for many checks: imports it once, and forks a process of its own for each check.

Reads lines of JSON `[module, file]` from standard input. A child runs the module with unittest, printing into the file;
its exit status is answered as a line on standard output. Whatever a check patches ends with its child. Rasa is imported
as the assistant itself imports it: without TensorFlow.
"""

import json
import os
import sys
import unittest
from importlib import import_module

from lean_rasa import leave_tensorflow_out


def main() -> None:
    """Answer until standard input ends."""
    leave_tensorflow_out()
    import_module("rasa.engine.recipes.default_components")
    for line in sys.stdin:
        module, printed = json.loads(line)
        child = os.fork()
        if child == 0:
            run_check(module, printed)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - the answer


def run_check(module: str, printed: str) -> None:
    """Run one check and end, as `python -m unittest -v MODULE` does."""
    for path, flags, descriptors in ((os.devnull, os.O_RDONLY, (0,)), (printed, os.O_WRONLY | os.O_CREAT, (1, 2))):
        opened = os.open(path, flags, 0o600)
        for descriptor in descriptors:
            os.dup2(opened, descriptor)
    unittest.main(module=None, argv=["unittest", "-v", module])


if __name__ == "__main__":
    main()
