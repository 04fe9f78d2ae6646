"""What agents compose their replies with."""
