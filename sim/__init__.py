"""An open simulator of peace negotiations: rounds, sessions, mediators, sponsors, and the war outside.

From Python, read a case and watch it played once:

>>> import sim
>>> case = sim.load("first_scenario", settings=["mediator.style=facilitation"])
>>> case.title, case.mediator.style
('The bridge at Orlen', 'facilitation')
>>> talks = sim.watch(case, seed=1, replicate=0)
>>> days = talks.series.get_model_vars_dataframe()
>>> int(days["session"].max())
5
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sim.case import read as load
    from sim.talks.model import watch

__version__ = "0.1.0"
__all__ = ["__version__", "load", "watch"]

PUBLIC: Final = {"load": ("sim.case", "read"), "watch": ("sim.talks.model", "watch")}

if not TYPE_CHECKING:  # so that type checkers see the names above, and no others

    def __getattr__(name: str) -> object:
        """Import what a public name stands for when it is first asked for: `import sim` alone stays light."""
        if name not in PUBLIC:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        room, thing = PUBLIC[name]
        return getattr(import_module(room), thing)
