"""What each actor does, as pure rules: numbers in, a number out.

No rule here draws chance, reads files or clocks, or knows a framework. Every formula is written with
+ - * / , square roots, comparisons and explicit loops, so that it gives the same bits wherever it runs.
"""
