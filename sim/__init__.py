"""An open simulator of peace negotiations: rounds, sessions, mediators, sponsors, and the war outside.

From Python: `load` reads a case, `watch` plays it once, `ensemble` many times, `sweep` at many points, and `results`
opens a sweep that was kept.

>>> import sim
>>> case = sim.load("first_scenario", settings=["mediator.style=facilitation"])
>>> case.title, case.mediator.style
('The bridge at Orlen', 'facilitation')
>>> talks = sim.watch(case, seed=1, replicate=0)
>>> int(talks.diary["session"].max())
5
>>> many = sim.ensemble(case, runs=1000, seed=1)
>>> int(many.shares().loc[("walkout", "any"), "count"])
14
"""

from importlib import import_module

__version__ = "0.1.0"
__all__ = [
    "__version__", "compare", "ensemble", "load", "reach", "results", "sensitivity", "sweep", "watch", "whatif", "why",
]  # fmt: skip

PUBLIC = {
    "load": ("sim.case", "read"),
    "watch": ("sim.talks.model", "watch"),
    "ensemble": ("sim.analysis.ensemble", "ensemble"),
    "compare": ("sim.analysis.comparison", "compare"),
    "sweep": ("sim.analysis.sweep", "sweep"),
    "whatif": ("sim.analysis.whatif", "whatif"),
    "why": ("sim.analysis.why", "why"),
    "reach": ("sim.analysis.reach", "reach"),
    "sensitivity": ("sim.analysis.sensitivity", "sensitivity"),
    "results": ("sim.analysis.results", "results"),
}
"""Where each public name stands. For type checkers they are in the file beside this one."""


def __dir__() -> list[str]:
    """The public names, though what they stand for is not imported yet."""
    return sorted({*globals(), *PUBLIC})


def __getattr__(name: str) -> object:
    """Import what a public name stands for when it is first asked for: `import sim` alone stays light."""
    if name not in PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room, thing = PUBLIC[name]
    return getattr(import_module(room), thing)
