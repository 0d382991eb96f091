"""Running a graph in order gives what Dask gives: the same outputs, the same errors, each component once."""

import tempfile
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import Any

from components.graph_runs import make_graph_runs_cheap, run_in_order
from rasa.engine.exceptions import GraphComponentException, GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

run_by_dask = DaskGraphRunner.run
Run = Callable[..., dict[str, Any]]


class Sums(GraphComponent):
    """Adds what it is given; counts how often it did."""

    runs = 0

    @classmethod
    def create(cls, *_: Any, **__: Any) -> "Sums":
        return cls()

    def add(self, number: int) -> int:
        type(self).runs += 1
        if number < 0:
            raise RuntimeError("below zero")
        return number + 1

    def add_both(self, one: int, other: int) -> int:
        type(self).runs += 1
        return one + other


def node(fn: str, needs: dict[str, str], is_target: bool = False) -> SchemaNode:
    return SchemaNode(
        needs=needs, uses=Sums, constructor_name="create", fn=fn, config={}, eager=True, is_target=is_target
    )


SCHEMA = GraphSchema(
    {
        "first": node("add", {"number": "given"}),
        "second": node("add", {"number": "first"}),
        "both": node("add_both", {"one": "first", "other": "second"}, is_target=True),
    }
)


class GraphRuns(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        storage = LocalModelStorage(Path(folder.name))
        self.runner = DaskGraphRunner.create(SCHEMA, storage, ExecutionContext(SCHEMA))
        Sums.runs = 0

    def test_outputs_are_those_of_dask(self) -> None:
        for targets in (None, ["both"], ["second"], ["first", "second"]):
            with self.subTest(targets=targets):
                inputs = {"given": 3}
                self.assertEqual(run_in_order(self.runner, inputs, targets), run_by_dask(self.runner, inputs, targets))
        self.assertEqual(run_in_order(self.runner, {"given": 3}), {"both": 9})

    def test_each_component_runs_once_and_only_what_is_needed(self) -> None:
        run_in_order(self.runner, {"given": 3})
        self.assertEqual(Sums.runs, 3)
        run_in_order(self.runner, {"given": 3}, ["first"])
        self.assertEqual(Sums.runs, 4)

    def test_an_error_in_a_component_and_an_input_nobody_gave_fail_as_with_dask(self) -> None:
        for inputs, error in (({"given": -1}, GraphComponentException), ({}, GraphRunError), (None, GraphRunError)):
            for run in (run_in_order, run_by_dask):
                with self.subTest(inputs=inputs, run=run), self.assertRaises(error):
                    run(self.runner, inputs)

    def test_every_graph_of_the_process_runs_so(self) -> None:
        self.addCleanup(setattr, DaskGraphRunner, "run", run_by_dask)
        make_graph_runs_cheap()
        self.assertEqual(self.runner.run({"given": 3}), {"both": 9})
        self.assertIs(DaskGraphRunner.run, run_in_order)


if __name__ == "__main__":
    unittest.main()
