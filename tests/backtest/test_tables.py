"""What a table of negotiated issues says, and what is wrong with one."""

from pathlib import Path

import pytest

from sim.case.negotiated import read_negotiations
from sim.case.place import Mistakes
from tests.backtest.tables import DEU, HEAD, needs_deu, table


def test_positions_salience_reference_and_outcome_are_read_as_shares(tmp_path: Path) -> None:
    [issue] = table(tmp_path, "7;x;0;50;100;10;20;30;25;75").issues
    assert issue.proposal == "7"
    assert [tuple(one) for one in issue.actors] == [("a", 0, 0.1), ("b", 0.5, 0.2), ("c", 1, 0.3)]
    assert (issue.reference, issue.outcome, issue.counts) == (0.25, 0.75, True)


def test_what_is_blank_out_of_range_or_no_number_is_not_known_and_counted(tmp_path: Path) -> None:
    read = table(tmp_path, "7;x;;-1;100;10;20;30;999;75", "7;x;0;n.a.;100;10;20;30;;", "")
    assert (read.blank, read.outside, read.unreadable) == (3, 2, 1)
    assert [len(issue.actors) for issue in read.issues] == [1, 2]
    assert [issue.counts for issue in read.issues] == [False, False]


def test_a_comma_for_a_point_and_marks_of_other_programs_are_read(tmp_path: Path) -> None:
    [issue] = table(tmp_path, "7;x;12,5;50;100;10;20;30;25;75", head="\ufeff" + HEAD.upper()).issues
    assert issue.actors[0].position == 0.125


@pytest.mark.parametrize(
    ("head", "line", "said"),
    [
        ("prnr;pa;sa;pb;sb;pc;sc;out", "", "1:1: rp: There is no column rp."),
        ("prnr,pa,sa,rp,out", "", "1:1: prnr: There is no column prnr. Fields are parted by semicolons; this line has"),
        ("prnr;pa;sa;pb;sb;rp;out", "1;1;1;1;1;1;1", "1:1: A table has three actors or more, each with a column p"),
        ("prnr;pa;sa;pb;sb;pc;sc;rp;otu", "", "1:1: out: There is no column out. Did you mean otu?"),
        (HEAD, "1;x;3", "2:1: This line has 3 fields, the line of names has 10."),
    ],
)
def test_a_faulty_table_is_refused_with_the_place(tmp_path: Path, head: str, line: str, said: str) -> None:
    with pytest.raises(Mistakes) as found:
        table(tmp_path, line, head=head)
    assert said in str(found.value)


def test_a_table_without_issues_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "only.csv"
    path.write_text(HEAD)
    with pytest.raises(Mistakes, match="no issue below"):
        read_negotiations(path)


@needs_deu
def test_of_the_part_of_deu_228_issues_count() -> None:
    read = read_negotiations(DEU)
    assert len(read.issues) == 237
    assert sum(issue.counts for issue in read.issues) == 228
