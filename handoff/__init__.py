"""The front door of Lotse: conversations, the queue of people, delivery and the console's API."""
