"""Timings are taken by hand, on a quiet machine; no build must fail because of a busy one."""

collect_ignore_glob = ["bench_*.py"]
