"""What the tables of a sweep are called, their files, and the columns that no case has a say in."""

from typing import Final

from sim.study.chunks import Chunk

KIND: Final = ".parquet"
POINTS, REPLICATES, ROUNDS, FAILURES = "points", "replicates", "rounds", "failures"
KEYS: Final = {"point": "INTEGER", "replicate": "BIGINT", "round": "INTEGER", "error": "VARCHAR", "message": "VARCHAR"}
"""Of what type in SQL they are."""
POINTS_FILE: Final = POINTS + KIND


def file_of(table: str, chunk: Chunk) -> str:
    """The file of a chunk in a table."""
    return f"{table}/{chunk.number:06}{KIND}"
