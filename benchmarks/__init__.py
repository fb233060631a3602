"""How good and how fast onrecord is, against its peers: `python -m benchmarks NAME`."""
