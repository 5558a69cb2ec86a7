"""The teaching room in a browser: pages that work without scripts, without the internet, and in thirty hands."""
