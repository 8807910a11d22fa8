### Wherever somebody writes in their own words.

own-words-not-watched = Nobody watches what you write. If you need help now, use “Get help” above.
