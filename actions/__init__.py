"""What the assistant looks up to answer, and whom it hands over to."""
