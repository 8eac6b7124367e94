"""How speakers stand towards what they say, how sure they are, and whether it is quoted."""
