"""Who speaks in each attribution, and which attribution reports which."""
