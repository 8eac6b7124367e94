"""How the record hangs together: the graph of a case, and what can be read off it.

This package projects a case onto a NetworkX graph, traces who supports whom, lays the graph out
and writes it to files. It knows nothing of extraction, audits or the command line.
"""
