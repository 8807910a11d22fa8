# Somebody who helps another person: that person's diary on their phone. $called: the other person's name.

helping-title = People I help
helping-nobody = Nobody shares their diary with you now. If somebody gave you a code, use it here.
helping-offline = There is no connection just now. Try again when you are connected.
helping-code = I have a code
helping-somebody = Somebody you help
# $what: "pain and exercise"
helping-sees = Shares: { $what }
helping-banner = You are looking at { $called }’s diary
helping-may-look = { $called } lets you see: { $what }.
helping-may-write = { $called } lets you see: { $what }. You may write pain down for them. It is marked with your name.
helping-pain = Write down pain for { $called }
helping-empty = Nothing is here yet. What they write shows here when you are both connected.
helping-more = Show older days
helping-entry-missing = This entry is not here
helping-over = This diary is not shared with you
helping-over-words = They have stopped sharing it, or the time was over. What this phone had of it is gone.
helping-delete = Delete
helping-deleted = Entry deleted.

helping-score = How much pain does { $called } say they have?
helping-low = no pain
helping-high = worst pain
helping-score-needed = Choose a number from 0 to 10
helping-where = Where is it?
helping-note-open = Add a note
helping-note = Note
helping-note-hint = { $called } will see it. Nobody watches what you write. If you need help now, use “Get help” above.
helping-day-change = Not today?
helping-day = Which day is it about?
helping-save = Save pain
# $score: a number
helping-saved = Saved for { $called }: pain { $score } out of 10.

have-code-title = I have a code
have-code-intro = Somebody who wants to share their diary with you has given you a code.
have-code-label = Their code
have-code-hint = 8 letters and numbers, such as ABCD-EFGH.
have-code-needed = Type the code
have-code-use = Use the code
