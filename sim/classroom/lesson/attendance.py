"""Which seats people took while the tables played; where nobody sat, the rules played alone."""

from collections.abc import Sequence

from sim.classroom.lesson import records


def people(journal: Sequence[records.Any], tables: int) -> list[set[str]]:
    """The seats of each table in which somebody sat at any time between the start and the end of the lesson."""
    found: list[set[str]] = [set() for _ in range(tables)]
    sits: dict[int, tuple[int, str]] = {}
    began = False
    for record in journal:
        match record:
            case records.Sat():
                sits[record.member] = record.table, record.role
            case records.Stood():
                sits = {member: seat for member, seat in sits.items() if member not in record.members}
            case records.Began():
                began = True
            case records.Ended():
                break
            case _:
                continue
        for table, role in sits.values() if began else ():
            found[table].add(role)
    return found


def players(journal: Sequence[records.Any]) -> int:
    """How many people have ever sat down."""
    return len({record.member for record in journal if isinstance(record, records.Sat)})


def injected(journal: Sequence[records.Any], tables: int) -> list[int]:
    """How often the teacher let something happen at each table."""
    found = [0] * tables
    for record in journal:
        for table in record.tables if isinstance(record, records.Injected) else ():
            found[table] += 1
    return found
