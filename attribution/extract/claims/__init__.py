"""What is put forward: the text of claims, what shows them, which say the same."""
