"""Who is named in a text: names, roles, pronouns, and which of them are one actor."""
