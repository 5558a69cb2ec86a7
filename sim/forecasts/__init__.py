"""What established theories of bargaining and voting say of a case."""

from sim.forecasts.side import Side, sides
from sim.forecasts.theories import FORECASTS, Forecast, forecasts, packages

__all__ = ["FORECASTS", "Forecast", "Side", "forecasts", "packages", "sides"]
