"""What the console's inbox calls."""
