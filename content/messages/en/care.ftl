### A person's page for staff: their pathway, contacts, scores, goals, help cards and a summary on paper.

# In this file $called is the person's name.

care-too-long = Not all of this diary could be read
care-too-long-words = The diary of { $called } is so long that this page could not read all of it. A plan or a check-in may be missing here, so nothing can be changed. { $called } can do it on their own phone.

## Their pathway

care-pathway = Check-ins
care-none = { $called } is on no pathway yet.
care-unshared = { $called } does not share check-ins with you.
care-start = Choose a pathway
care-change = Change this pathway
care-another = Move to another pathway
care-do = Do this check-in
care-do-early = Do it now, before its time
care-do-missed = Write down a check-in that was missed
care-see-change = See what has changed
# $contact: the name of a check-in. $day: until when, since when, or from when
care-due = { $state ->
    [due] The check-in “{ $contact }” is due until { $day }.
    [overdue] The check-in “{ $contact }” is overdue. It was due until { $day }.
   *[not-yet] The check-in “{ $contact }” is due from { $day }.
}
care-started = Started on { $day }
care-extra = Asked as well: { $measures }
care-over = Ended on { $day }
care-not-known = This app does not have this pathway.

## Starting or changing one

care-start-title = Choose a pathway for { $called }
care-change-title = Change the pathway of { $called }
care-which = Which pathway?
care-which-needed = Choose a pathway
care-variant = Which group?
care-variant-hint = You choose it, by your own assessment. This app does not work it out.
care-variant-none = No group yet
# $form: the title of a form. $group: what it calls a group. $variant: what that means here, such as "fewer check-ins"
care-variant-group = { $form } { $group }: { $variant }
care-extra-question = Ask anything else from the next check-in on?
care-extra-hint = These are asked only when you add them. Somebody has to look at the answers: see below when that is.
# $when: as the service says it, such as "Monday to Friday, within 2 working days"
care-extra-looks = Nobody watches the answers as they come. When somebody looks at the list of people: { $when }
care-extra-looks-unsaid = Nobody watches the answers as they come. Your service has not said when somebody looks at the list of people. A service lead can write it under Set-up.
# $measure and $extra: titles of questionnaires
care-extra-within = “{ $measure }” is left out then: all of its questions are in these.
# $count and $of: numbers of questions
care-extra-overlap = “{ $measure }” is asked as well: { $count } of its { $of } questions are in “{ $extra }” too.
care-began = When did it start?
care-way = How is this agreed?
care-way-needed = Choose how
care-moves-on = { $pathway } ends on the same day.
care-save-pathway = Save for { $called }
care-end = End this pathway
care-end-why = Why does it end?
care-end-reason = { $why ->
    [finished] All check-ins are done
    [early] They are happy to finish early
    [moved-on] They move on to something else
   *[stopped] They want to stop
}
care-end-save = End it
care-cancel = Back without saving

## A contact

care-contact-title = { $contact } with { $called }
care-contact-how = How are you doing it?
care-contact-way = { $how ->
    [together] Together, here
    [phone] On a call
   *[paper] From paper
}
care-contact-day = Which day is the paper from?
care-contact-begin = Begin
care-contact-which = Which check-in is it?
# $day: the day on which the pathway began
care-contact-too-early = These check-ins began on { $day }. Choose that day or a later one.
care-contact-kept = Answers are saved in the diary of { $called } as you go. Nothing stays on this device. If this page is closed or loaded again, you can go on where you were.
care-contact-gone = This check-in is not there
care-contact-gone-words = It may have been changed meanwhile. Go back and look again.
care-back-to = Back to { $called }
care-contact-back = The check-in

## Scores from elsewhere

care-score = Write down a score
care-score-title = A score for { $called }
care-score-intro = For questionnaires whose words this app may not show. Write down the result that is on the form.
care-score-which = Which questionnaire?
care-score-choose = Choose one
care-score-needed = Choose a questionnaire
care-score-range = { $low } to { $high }
care-score-version = Which version is printed on the form?
care-score-version-needed = Write the version that is on the form
care-score-licence = Who holds the licence?
care-score-group = Which group is on the form?
care-score-day = Which day was it filled in?
care-score-way = Where does it come from?
care-score-number = Write a number from { $low } to { $high }, or leave it empty
care-score-whole = Write a whole number, such as 12
# $decimals: how many are taken after the point
care-score-decimals = { $decimals ->
    [one] Round it to 1 decimal place, such as 12.5
   *[other] Round it to { $decimals } decimal places, such as 12.25
}
care-score-empty = Write at least 1 number, or choose a group
care-score-save = Save for { $called }

## Goals and the programme

care-goals = Goals
care-goal-new = Write a goal with { $called }
care-goal-change = Change this goal
care-goal-way = How are you writing it down?
care-goal-begin = Go on
care-programme = Programme
care-programme-choose = Choose a programme and exercises
care-programme-none = No programme is chosen yet.

## Help cards that were shown

care-safety = Help cards that were shown
care-safety-from = After an answer in a check-in, on { $day }
# $count: how many more times in the same check-in. $day: the last of them
care-safety-again = { $count ->
    [one] Shown again on { $day }
   *[other] Shown { $count } more times, the last time on { $day }
}
# $sign: as it is printed on the card; they said yes to it, or gave an answer that opens the card
care-safety-sign = The sign on it: “{ $sign }”
care-safety-called = A number was pressed. That does not say that anybody answered.
care-looked = I have looked at this
care-looked-by = { $by } looked at this on { $day }.
care-looked-failed = This could not be saved. { $reason }

## The summary

care-summary = Summary to print
care-summary-title = Summary for { $called }
care-summary-print = Print
care-summary-made = Made on { $day } from what { $called } shares. It says what was written down, and no verdict on it.
care-summary-matters = What matters to them
care-summary-plan = Plan
care-summary-measures = Measures and change
care-summary-scores = Scores from elsewhere
care-summary-none = Nothing is written down.
