"""What a case is written down in: records that nobody changes once they are read."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A piece of a case: only the keys it names, and fixed once it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False, defer_build=True)
