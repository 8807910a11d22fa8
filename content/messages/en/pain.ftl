pain-title = Log pain
pain-change-title = Change this entry
pain-score = How bad is your pain now?
pain-score-day = How bad was your pain?
pain-low = no pain
pain-high = worst pain
pain-score-needed = Choose a number from 0 to 10

pain-where = Where?
pain-where-hint = The same as last time.
pain-where-first = Choose as many as you like.
pain-where-none = No place chosen
pain-where-change = Change where
pain-where-missing = The list of places is not on your phone yet. It comes when you are connected.

pain-note = Anything to add?
pain-note-hint = You can leave this empty. Nobody watches what you write. If you need help now, use “Get help” above.
pain-note-open = Add a note

pain-day = When was this?
pain-day-change = Not today?

pain-save = Save pain
pain-save-change = Save the change
# $score: a number
pain-saved = Pain { $score } out of 10 saved.
# $day: Saturday 21 November
pain-saved-on = Pain { $score } out of 10 saved for { $day }.
pain-changed = Your change is saved.
pain-draft = We kept what you filled in before.
pain-draft-clear = Start again
pain-missing = This entry is not on this phone
pain-missing-words = It may have been deleted, or not have arrived here yet.
pain-to-diary = Diary
to-entry = Diary entry
