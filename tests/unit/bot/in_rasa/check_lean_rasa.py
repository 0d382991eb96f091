"""Rasa runs our recipe without TensorFlow, and a component that wants to compute with it is told what to do."""

import re
import subprocess
import sys
import unittest
from pathlib import Path

from lean_rasa import TensorFlowLeftOutError, leave_tensorflow_out

leave_tensorflow_out()

import rasa.engine.recipes.default_components  # noqa: E402 - only now is TensorFlow left out
from components.topic_classifier import TopicClassifier  # noqa: E402
from rasa.engine.recipes.default_recipe import DefaultV1Recipe  # noqa: E402
from rasa.nlu.classifiers.diet_classifier import DIET, DIETClassifier  # noqa: E402
from rasa.shared.utils.io import read_yaml_file  # noqa: E402

CONFIG = Path(__file__).parents[4] / "bot" / "config.yml"
MOST_MB = 300


class WithoutTensorFlow(unittest.TestCase):
    def test_nothing_of_it_is_loaded_with_all_components_of_rasa(self) -> None:
        self.assertIn(DIETClassifier, rasa.engine.recipes.default_components.DEFAULT_COMPONENTS)
        loaded = [name for name, module in sys.modules.items() if name.startswith(("tensorflow", "keras", "jax"))]
        self.assertFalse([name for name in loaded if getattr(sys.modules[name], "__file__", None)])

    def test_the_process_stays_small(self) -> None:
        # of this process only: getrusage counts what the parent held as well
        most = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
        assert most is not None
        self.assertLess(int(most[1]) / 1024, MOST_MB)

    def test_our_recipe_becomes_a_graph(self) -> None:
        recipe = DefaultV1Recipe()
        graph = recipe.graph_config_for_recipe(read_yaml_file(CONFIG), {})
        self.assertIn(TopicClassifier, [node.uses for node in graph.train_schema.nodes.values()])

    def test_a_component_that_computes_with_it_names_itself_and_the_way_out(self) -> None:
        with self.assertRaises(TensorFlowLeftOutError) as caught:
            DIET({}, {}, False, {})
        self.assertIn("python -m rasa", str(caught.exception))

    def test_what_is_not_there_after_all_is_an_error_as_ever(self) -> None:
        import tensorflow

        with self.assertRaises(AttributeError):
            tensorflow.__version__  # noqa: B018 - a stand-in claims no version


class TooLate(unittest.TestCase):
    def test_whoever_imported_it_before_is_told(self) -> None:
        script = (
            "import sys, types; sys.modules['tensorflow'] = types.ModuleType('tensorflow');"
            " import lean_rasa; lean_rasa.leave_tensorflow_out()"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        self.assertIn("before it could be left out", done.stderr)


class CommandLine(unittest.TestCase):
    def test_it_is_the_command_line_of_rasa(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "lean_rasa", "--version"], capture_output=True, text=True, check=True
        )
        self.assertIn("Rasa Version", done.stdout)


if __name__ == "__main__":
    unittest.main()
