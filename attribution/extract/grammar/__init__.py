"""A light grammar of English sentences: noun phrases, verb groups, and who does what.

It guesses from word classes and neighbours, without a parse tree, and is linear in the length of a
sentence for each question asked.
"""
