"""What the YAML parser complains of, in plain words."""

from typing import Final

import yaml

from sim.case.place import Mistake, Place, Sheet, mistake

_WORDS: Final = {
    "mapping values are not allowed": "A colon too many. Text with a colon and a blank in it stands in quotes; "
    "or a line above is indented wrongly.",
    "nesting depth": "A scenario is at most 20 levels deep. This is deeper.",
    "could not find expected ':'": "A colon is missing after a key, or a quote or a bracket above is not closed.",
    "while scanning a quoted scalar": "The quote that opens here is not closed.",
    "found unexpected end of stream": "The file ends too early: a quote or a bracket is not closed.",
    "cannot start any token": "A value cannot begin with this character. Put it in quotes.",
    "block end": "This line does not fit: it is indented wrongly, or a colon, a comma or a dash is missing.",
    "<block end>": "This line does not fit: it is indented wrongly, or a colon, a comma or a dash is missing.",
    "expected key": "This line does not fit: it is indented wrongly, or a colon, a comma or a dash is missing.",
    "',' or '}'": "A comma or a closing } is missing.",
    "',' or ']'": "A comma or a closing ] is missing.",
    "document start": "Something stands after the end of the scenario, or a % begins a line.",
    "expected node content": "A value is missing: before a comma, or between two.",
    "block sequence entries are not allowed": "A list cannot begin here. Begin it on a line of its own.",
    "unknown escape": "There is no such escape in quotes. Write \\\\ for a backslash, or use single quotes.",
    "escape": "There is no such escape in quotes. Write \\\\ for a backslash, or use single quotes.",
    "undefined tag handle": "Tags (!) have no place in a scenario. Remove it.",
    "tag": "Tags (!) have no place in a scenario. Remove it.",
    "anchor": "Anchors (&) and aliases (*) have no place in a scenario. Remove it, or put the text in quotes.",
    "alias": "Anchors (&) and aliases (*) have no place in a scenario. Remove it, or put the text in quotes.",
    "directive": "Directives (%) have no place in a scenario. Remove the line.",
}


def unreadable(text: Sheet, error: yaml.YAMLError) -> Mistake:
    """The place where the parser gave up, and a sentence on what is probably wrong."""
    problem = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}".strip()
    place = _place(text, error, from_context="quoted scalar" in problem and "escape" not in problem)
    words = next((words for sign, words in _WORDS.items() if sign in problem), f"This is not YAML: {problem}.")
    if isinstance(error, yaml.reader.ReaderError):
        words = "A character stands here that cannot be seen. Take it out."
    if place.excerpt[place.column - 1 : place.column] == "\t":
        words = "A tab stands here. Indent with blanks."
    return mistake(place, "", words)


def _place(text: Sheet, error: yaml.YAMLError, *, from_context: bool) -> Place:
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = (context or problem) if from_context else (problem or context)
    if mark is None:
        return Place(text, 1, 1)
    return Place(text, min(mark.line + 1, len(text.lines)), mark.column + 1)
