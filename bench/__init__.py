"""Measures what claimtrail costs: seconds and memory at growing sizes, beside plain baselines.

Run `python -m bench` in the root of a checkout; see `python -m bench --help`.
"""
