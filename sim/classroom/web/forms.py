"""Forms that were sent, read: short fields of text, nothing else."""

from urllib.parse import parse_qsl

from starlette.requests import Request

MOST_FIELDS = 200
LONGEST = 500


async def sent(request: Request) -> dict[str, str]:
    """The fields of a form, each cut to what a field can hold; none where it is no form."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        fields = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return {name[:LONGEST]: value[:LONGEST] for name, value in fields}


def whole(text: str, below: int) -> int | None:
    """A whole number from 0 on, below a bound; None for anything else."""
    if text.isascii() and text.isdecimal() and len(text) <= 6 and int(text) < below:
        return int(text)
    return None
