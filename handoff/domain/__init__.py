"""What a conversation is and may become. Standard library only, no input or output."""
