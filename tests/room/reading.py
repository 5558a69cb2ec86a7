"""Pages read as a browser reads them: their tags, their words, and the forms that can be sent from them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random

Attributes = list[tuple[str, str | None]]
Tag = tuple[str, tuple[str, ...]]


@dataclass
class Form:
    """Where a form is sent, and of each of its fields all that can be in it; an empty text stands for any words."""

    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, luck: Random) -> dict[str, str]:
        """What somebody sends who picks by chance, but comes to each opening: without one nothing more is asked.

        Other numbers than those shown are not named.
        """
        return {
            name: luck.choice([one for one in values if one != "other" and (name != "comes" or one == "0")] or [""])
            for name, values in self.fields.items()
            if not name.endswith(".other")
        }


class Read(HTMLParser):
    """A page, read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.values: list[str] = []
        self.said: list[str] = []
        self.forms: list[Form] = []
        self.within: Form | None = None
        self.choosing = ""
        self.feed(page)
        self.close()

    @property
    def words(self) -> str:
        """All that can be read, with the values of attributes, which pictures and fields hold."""
        return " ".join(" ".join([*self.said, *self.values]).split())

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Keep the tag, its values, and what it means to a form."""
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value for _, value in attrs if value]
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.within = Form(given.get("action", ""))
            self.forms.append(self.within)
        name = given.get("name", self.choosing if tag == "option" else "")
        if tag == "select":
            self.choosing = name
        elif self.within and name and tag in {"input", "button", "option"}:
            self.within.fields.setdefault(name, []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        """Forms and lists of options end."""
        self.within = None if tag == "form" else self.within
        self.choosing = "" if tag == "select" else self.choosing

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        """Keep comments, of which we write none."""
        self.tags.append((f"<!--{data}", ()))

    def sent_to(self, action: str) -> Iterator[Form]:
        """The forms that are sent there."""
        yield from (form for form in self.forms if form.action == action)
