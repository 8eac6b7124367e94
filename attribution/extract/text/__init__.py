"""The text layer: tokens, sentences, quotations and word classes, all with their exact places."""
