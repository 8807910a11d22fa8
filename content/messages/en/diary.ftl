diary-title = Diary
diary-empty = Nothing here yet. What you save shows here, newest first.
diary-more = Show older days
log-pain = Log pain

# $score: a number
pain-line = Pain { $score } out of 10
exercise-done = { $exercise }: done
exercise-part = { $exercise }: partly done
exercise-skipped = { $exercise }: skipped
exercise-gentle = Bad-day version
# $level: a number
diary-level = Level { $level }
diary-pain-during = Pain { $score } out of 10 while doing it
# $sets: a number
diary-sets = { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
}
diary-effort = Effort { $score } out of 10
diary-sure = Felt sure how to do it
diary-not-sure = Did not feel sure how to do it
# $day: Friday 20 November
settled-yes = Exercises on { $day }: settled by the next morning
settled-no = Exercises on { $day }: not settled by the next morning
bad-day = Bad day: gentler plan
level-line = { $exercise }: level { $level }
plan-started = Plan started
plan-changed = Plan changed
about-you-first = About you: written
about-you-changed = About you: changed
also-line = Also written on another device
diary-deleted = Deleted ({ $count })
diary-deleted-words = Open one to bring it back.
diary-deleted-last = The last { $count } are here. Open one to bring it back.

entry-missing = This entry is not on this phone
entry-missing-words = It may not have arrived here yet, or the address is wrong.
entry-gone = You deleted this entry.
entry-when = When
entry-what = What
entry-where = Where
entry-note = Note
entry-receipt = Sent
entry-written = Who wrote it
entry-change = Change
entry-delete = Delete
entry-to-suggestion = Open it
entry-to-plan = Go to your plan
entry-send-again = Send it again
entry-restore = Bring it back
entry-deleted = Entry deleted.

history-count = { $count ->
    [one] { $count } earlier version
   *[other] { $count } earlier versions
}
# $when: 21 November 2026, 2:02pm
history-first = First written { $when }
history-changed = Changed { $when }
history-gone = Deleted { $when }
history-deleted = Nothing
also-title = Also written on another device
also-words = Two devices changed this entry before they heard of each other. Both are kept.
also-use = Use this one instead

