"""The record: what was said and shown, and exactly where.

This package holds every record type of a case, finds quotes in documents, reads files into
documents and cases, and writes them back. It knows nothing of graphs, audits or the command line.
"""
