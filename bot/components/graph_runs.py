"""Running Rasa's graph for one message, without planning it anew for each.

Rasa 3.6.21 gives every message, and every prediction after it, to Dask, which plans and schedules for many processors
what here is a line of five components in one thread: nearly a millisecond a message. Here each node is run after those
it needs, which is all that there is to plan. Serving only; training keeps Dask. A test compares both.
"""

from typing import Any, Dict, List, Optional

from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner


def run_in_order(
    runner: DaskGraphRunner, inputs: Optional[Dict[str, Any]] = None, targets: Optional[List[str]] = None
) -> Dict[str, Any]:
    """The outputs of `targets` (of the graph's own when there are none), by name of node; as `DaskGraphRunner.run`.

    Raises:
        GraphComponentException: a component failed.
        GraphRunError: a component was not given what it needs.
    """
    done: Dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}

    def output(name: str) -> Any:
        if name not in done:
            node = runner._instantiated_nodes.get(name)
            if node is None:  # an input that nobody gave: Rasa passes its name and warns
                return name
            done[name] = node(*map(output, runner._graph_schema.nodes[name].needs.values()))
        return done[name]

    try:
        return dict(output(name) for name in targets or runner._graph_schema.target_names)
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error


def make_graph_runs_cheap() -> None:
    """Make every graph of this process run in order."""
    DaskGraphRunner.run = run_in_order
