"""What actors do to each other, as sentences state it."""
