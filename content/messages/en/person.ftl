### A person's page, for staff whom they share their diary with; and writing an entry for them.

person-back = People
person-title = Diary
person-no-name = No name given
person-somebody = somebody
person-offline = You are not connected. This page needs a connection. Nothing of it is kept on this device.
person-signed-out = You are signed out. Try again to sign in.
person-failed = This diary could not be opened. { $reason }

## At the top: consent, and how to reach and help them

person-top = What they agreed to, and how to help them
person-shared = Shared with you
person-scope = { $scope ->
    [pain] pain
    [exercise] exercise
    [checkins] check-ins
    [notes] notes
    [about] how to reach and help them
    [support] support and social prescribing
   *[other] other parts
}
person-until = Until
# $time: 2:02pm; $day: Saturday 28 November 2026
person-until-when = { $time } on { $day }
person-no-end = they stop it
person-may-write = You may write
person-way = { $how ->
    [phone] from a call
    [paper] from paper
    [together] together with them
   *[other] yes
}
person-may-not = no
person-contact = How to reach them
person-contact-by = { $contact ->
    [phone] Phone
    [text] Text message
    [email] E-mail
    [letter] Letter
    [app] In this app
   *[other] Other
}
person-language = Language
person-interpreter = Needs an interpreter
person-no-interpreter = No interpreter needed
person-adjustments = What helps
person-adjustment = { $slug ->
    [large-print] Large print
    [easy-read] Easy Read
    [audio] Audio
    [braille] Braille
    [bsl] British Sign Language
    [hearing-loop] Hearing loop
    [step-free] No steps
    [seated] A seat
    [longer] More time
   *[other] Something else
}
person-carer = Who helps them
person-matters = What matters to them
person-not-said = not said

person-support = Support and social prescribing

## Their last weeks

person-recent = The last weeks
# $called: their name
person-nothing = { $called } has not written down any pain or exercise yet.
person-says-weeks = { $weeks ->
    [one] The picture shows 1 week.
   *[other] The picture shows { $weeks } weeks.
}
# $low and $high are scores
person-says-pain = { $times ->
    [0] No pain was written down.
    [one] Pain was written down 1 time. It was { $low }.
   *[other] Pain was written down { $times } times, from { $low } to { $high }.
}
# $first and $last: dates
person-says-days = From { $first } to { $last }.
# $done and $part: how many exercises were said to be done, and partly done
person-says-sessions = { $done ->
    [one] { $done } exercise was done and { $part } partly done.
   *[other] { $done } exercises were done and { $part } partly done.
}
person-says-average = The weekly average was { $first } in the first week with entries and { $last } in the last.
person-says-exercise = { $days ->
    [0] No exercise was written down.
    [one] There was exercise on 1 day.
   *[other] There was exercise on { $days } days.
}
person-key = The thin line goes from the lowest to the highest score of that week. Where there is no shape, nothing was written down. The groups only sort the numbers.

person-entries = What was written
person-answers = Every question and answer
person-older = Show older days
person-note = “{ $note }”
# $name: who wrote it
person-written-by = { $how ->
    [phone] Written by { $name }, from a call
    [paper] Written by { $name }, from paper
    [together] Written by { $name }, together with them
    [carer] Written by { $name }, who helps them
   *[self] Written by { $name }
}
person-changed-by = { $how ->
    [phone] Changed by { $name }, from a call
    [paper] Changed by { $name }, from paper
    [together] Changed by { $name }, together with them
    [carer] Changed by { $name }, who helps them
   *[self] Changed by { $name }
}

## Not shared

person-not-shared = This diary is not shared with you
person-not-shared-words = The person may not have shared it yet, or may have stopped. They decide that, and they can change it each day.
person-ask = Ask them to share
person-ask-words = On their phone they open More, then “Who can see my diary”. They choose what you see and for how long. You can do it together when you meet.
person-support-words = They may also say yes to support: to somebody who listens, and finds groups and activities with them.
person-support-begin = Begin support
person-emergency = In a true emergency
person-emergency-hour = The diary opens for 1 hour, for you alone.
person-emergency-shown = The person sees your name, the time and your reason.
person-emergency-noted = It is noted for good. Nobody can take the note out.
person-emergency-help = It does not call for help. If a life is in danger, call 999 first.
person-emergency-reason = Why do you need to open it?
person-emergency-hint = At least 10 letters. The person reads this.
person-emergency-short = Say why, in at least 10 letters
person-emergency-do = Open for 1 hour
person-emergency-open = You opened this in an emergency. It closes 1 hour after that. { $called } sees that you did.

## Writing for somebody

# In this part $called is the person's name.
person-write = Write for { $called }
write-title = Write for { $called }
write-how = Where does it come from?
write-way = { $how ->
    [phone] They said it on a call
    [paper] It is in their paper diary
    [together] They said it here, now
   *[other] Other
}
write-how-needed = Choose where it comes from
write-what = What is it about?
write-kind = { $what ->
    [pain] Pain
   *[exercise] An exercise
}
write-what-needed = Choose pain or an exercise
write-day = Which day was it?
write-score = How bad was the pain?
write-score-low = no pain
write-score-high = worst pain
write-score-needed = Choose a number from 0 to 10
write-where = Where was it?
write-where-are = Where: { $places }
write-exercise = Which exercise?
write-exercise-none = Choose one
write-exercise-needed = Choose an exercise
write-outcome = How did it go?
write-went = { $outcome ->
    [done] Done
    [part] Partly done
   *[skipped] Not done
}
write-outcome-needed = Choose how it went
write-level = Which level?
# $words: how this level is done
write-level-is = { $level }: { $words }
write-gentle = It was the bad-day version
write-sets = How many sets?
write-sets-needed = Write a number from 0 to 20
write-during = Pain while doing it
write-during-is = Pain while doing it: { $score } out of 10
write-during-question = How bad was the pain while doing it?
write-note = Anything they added?
write-note-hint = In their words. { $called } can read this.
write-save = Save for { $called }
write-saved = Saved for { $called }
write-finished = Finished
write-back = Back without saving
write-offline = You are not connected, so this was not saved. All of it is still here. Press the button again when you are connected.
write-failed = This was not saved. All of it is still here. { $reason }
