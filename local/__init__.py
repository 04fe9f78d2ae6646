"""The product on one machine: prepared, started, watched and stopped."""
