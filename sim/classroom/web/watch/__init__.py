"""Watch and explore: one run on a timeline, and beneath it how such talks end while a slider moves."""
