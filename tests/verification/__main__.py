"""Play what the page on validity tells anew, and write it there: some ten minutes of one processor."""

from tests.verification.pages import rewrite

rewrite()
