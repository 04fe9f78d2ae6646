"""The proofs of docs/reliability.md at full length: `make bench-faults`."""
