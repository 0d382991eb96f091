"""Rasa's command line without TensorFlow: `python -m lean_rasa run ...` for `python -m rasa run ...`.

Rasa 3.6.21 imports TensorFlow for every component it knows, whether the recipe names it or not: 350 MB of memory and
six seconds of processor time at each start, for nothing in this house. Here its import gives a stand-in: enough to
define Rasa's classes, and an error that says what to do for whoever really wants to compute with it. Rasa itself is
untouched, and `python -m rasa` works as ever. See docs/decisions/0011-without-tensorflow.md.
"""

import importlib.abc
import importlib.machinery
import sys
import types
from typing import Any, NoReturn, Optional, Sequence

LEFT_OUT = frozenset({"keras", "tensorflow", "tensorflow_hub", "tensorflow_text"})


class TensorFlowLeftOutError(RuntimeError):
    """A component computes with TensorFlow; the message names what it wanted and how to start Rasa with it."""


class _Stand(type):
    """A class in the place of anything of TensorFlow: to inherit from, to name in a type, and never to call."""

    def __getattr__(cls, name: str) -> "_Stand":
        return _stand_in(name)

    def __call__(cls, *_: Any, **__: Any) -> NoReturn:
        raise TensorFlowLeftOutError(
            f"'{cls.__name__}' needs TensorFlow, which lean_rasa leaves out;"
            " start Rasa as `python -m rasa` for a recipe with such a component"
        )


class _StandModule(types.ModuleType):
    def __getattr__(self, name: str) -> _Stand:
        return _stand_in(name)


def _stand_in(name: str) -> _Stand:
    """A stand-in for what is asked for; of Python's own attributes there are only those that really are there."""
    if name.startswith("__"):
        raise AttributeError(name)
    return _Stand(name, (), {})


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for TensorFlow, its companions and every module below them."""

    def find_spec(
        self, fullname: str, _path: Optional[Sequence[str]], _target: Optional[types.ModuleType] = None
    ) -> Optional[importlib.machinery.ModuleSpec]:
        if fullname.partition(".")[0] not in LEFT_OUT:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _StandModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """There is nothing to run."""


def leave_tensorflow_out() -> None:
    """From here on an import of TensorFlow gives the stand-in.

    Raises:
        RuntimeError: the real one is there already.
    """
    if any(name in sys.modules for name in LEFT_OUT):
        raise RuntimeError("TensorFlow has been imported before it could be left out")
    sys.meta_path.insert(0, _Finder())


def main() -> None:
    """Rasa's own command line, with the arguments of this one."""
    leave_tensorflow_out()
    from rasa.__main__ import main as rasa_command_line

    rasa_command_line()


if __name__ == "__main__":
    main()
