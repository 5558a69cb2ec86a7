# What type checkers see of the package: its public names, which the package itself imports only when they are used.
from sim.analysis.comparison import compare as compare
from sim.analysis.ensemble import ensemble as ensemble
from sim.analysis.reach import reach as reach
from sim.analysis.results import results as results
from sim.analysis.sensitivity import sensitivity as sensitivity
from sim.analysis.sweep import sweep as sweep
from sim.analysis.whatif import whatif as whatif
from sim.analysis.why import why as why
from sim.case import read as load
from sim.talks.model import watch as watch

__version__: str
__all__ = [
    "__version__", "compare", "ensemble", "load", "reach", "results", "sensitivity", "sweep", "watch", "whatif", "why",
]  # fmt: skip
