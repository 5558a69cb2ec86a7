"""Play what the page on validity tells anew, and write it there; name blocks, such as `scores`, to write them alone."""

import sys

from tests.verification.pages import BLOCKS, rewrite

rewrite(sys.argv[1:] or BLOCKS)
