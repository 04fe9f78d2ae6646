"""The HTTP and WebSocket edge: parse, one service call, answer."""
