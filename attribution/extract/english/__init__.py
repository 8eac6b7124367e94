"""What is particular to English: word lists, word forms and the words that report."""
