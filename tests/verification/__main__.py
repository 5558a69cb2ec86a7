"""Play what the page on validity tells anew, and write it there: about a quarter of an hour."""

from tests.verification.pages import rewrite

rewrite()
