### Check-ins: where somebody stands on a pathway, answering, and what has changed.

# In this file $who is "you", or "them" where staff ask a person whose name is $called.

checkin-title = Check-ins
checkin-not-here = The check-ins are not on this phone yet. Connect to the internet once and try again.
checkin-missing = This check-in is not here
checkin-missing-words = { $who ->
    [them] It may have changed. The answers are in the diary of { $called }.
   *[you] It may have changed. Your answers are in your diary.
}
checkin-not-watched = { $who ->
    [them] Nobody watches these answers as they are given. If { $called } needs help now, do not wait for a reply: use “Get help”.
   *[you] Nobody watches your answers as you give them. If you need help now, do not wait for a reply: use “Get help”.
}
checkin-not-approved = No clinician has approved these check-ins yet.

## Where somebody stands

checkin-none = You have no check-ins now.
checkin-none-how = A check-in is a quiet look at how you are. You answer a few questions, choose a goal, and look again some weeks later.
checkin-choose = Choose your check-ins
# $day: 5 December 2026. $days: days left after today
checkin-due = { $days ->
    [0] You can do it today. It is the last day for it.
   *[other] You can do it now, until { $day }.
}
checkin-overdue = It was for { $day } or before. You can still do it now.
checkin-not-yet = Your next one is from { $day }. There is nothing to do before.
checkin-begun = You have begun it. Your answers are kept.
checkin-start = Start
checkin-start-early = Do it now anyway
checkin-carry-on = Carry on
# $pathway: "Joint Pain Advisor"
checkin-about = About { $pathway }
checkin-all-done = You have done every check-in. Well done for sticking with it.
checkin-to-end = Stop or change
checkin-may-finish = Do you have what you need? Then you can finish here. That is a good way to end.
checkin-to-end-glad = Finish here or change
checkin-to-end-all = Finish
checkin-before = Done before
# $day: 5 December 2026
checkin-done-on = Done on { $day }
checkin-see-change = See what has changed

## Choosing and starting

checkin-choose-title = Choose your check-ins
checkin-choose-how = Pick the one that is nearest to you. You can change later. If you are not sure, ask somebody in the team.
checkin-steps = The check-ins
checkin-variant-by-staff = Somebody in the team may choose with you how much help you get. You can start before that.
# $pathway: "Joint Pain Advisor"
checkin-moves-on = This ends “{ $pathway }”. What you answered there is kept.
checkin-start-pathway = Start these check-ins

## Ending

# $pathway: "Joint Pain Advisor"
checkin-end-title = End { $pathway }
checkin-end-finished = Finish
checkin-end-early = I have what I need: finish here
checkin-end-other = Something else
checkin-end-kept = What you answered is kept in your diary.
checkin-end-moved-on = Choose other check-ins
checkin-end-stopped = Stop these check-ins
# $pathway: "Joint Pain Advisor"
checkin-ended-finished = { $pathway } is finished.
checkin-ended-early = You finished { $pathway }. You have what you need, and that is a good way to end.
checkin-ended-stopped = { $pathway } is stopped. You can start again when you like.

## The sections of a check-in

checkin-leave-any-time = You can stop at any point and come back. Your answers are kept on this phone.
checkin-leave-with-staff = You can stop at any point and come back. Answers are saved in the diary of { $called } as you go.
checkin-kept = { $who ->
    [them] The answers are kept. Do the parts in any order.
   *[you] Your answers are kept. Do the parts in any order.
}
checkin-state = { $state ->
    [begun] Begun
    [done] Done
    [left] Left for later
   *[not-begun] Not begun
}
# $state: one of those above
checkin-if-you-like = { $state }, only if you like
checkin-section-signs = Is anything new?
checkin-section-topics = Things to read or talk about
checkin-section-goal = { $who ->
    [them] The goal and plan
   *[you] Your goal and plan
}
checkin-section-onward = Other help
checkin-later = Leave this for later
checkin-to-overview = See all parts
checkin-to-finish = Go to the end
checkin-finish-here = Finish here
# For staff: a form whose words this app may not show. $measure: its title. $day: the day that is on the form
checkin-score-row = { $measure }: write down the score
checkin-score-row-none = From the form, if there is one
checkin-score-row-done = Written down for { $day }

## Signs

checkin-signs-title = { $who ->
    [them] Is any of this new for { $called }?
   *[you] Is any of this new for you?
}
checkin-signs-how = { $who ->
    [them] Press Yes if something here is new. We then show what to do. The answer is not added to anything.
   *[you] Press Yes if something here is new. We then show you what to do. Your answer is not added to anything.
}
checkin-signs-yes = Yes
# $sign: a sign, as it is printed on the card
checkin-signs-yes-to = Yes: { $sign }
checkin-signs-none = None of these
checkin-signs-no-more = None of the others

## After help was shown

checkin-after-help-title = What now?
checkin-after-help-words = If you have not got help yet and need it, get it first. This check-in can wait.
# $called: the name of the person, where staff ask the questions
checkin-after-help-words-for = If { $called } has not got help yet and needs it, that comes first. This check-in can wait.
checkin-after-help-on = Go on now
checkin-after-help-on-what = Where you left off
checkin-after-help-later = Go on later
checkin-after-help-later-what = { $who ->
    [them] The answers are kept
   *[you] Your answers are kept
}
checkin-after-help-end = Finish this check-in here
checkin-after-help-end-what = { $who ->
    [them] With what is answered so far
   *[you] With what you have answered so far
}
checkin-all-help = All help and numbers

## Questions

# $page and $of are numbers
checkin-page = Page { $page } of { $of }
checkin-page-before = Page before
checkin-next = Next
checkin-change-answers = Change answers
# $count: questions without an answer
checkin-not-answered = { $count ->
    [one] { $count } question has no answer
   *[other] { $count } questions have no answer
}
checkin-not-answered-fine = You can leave it so. Then there may be no total.
checkin-answer-them = Answer now
# $section: "Your goal and plan"
checkin-next-section = Next: { $section }

## Topics, goal, other help

checkin-topics-how = { $who ->
    [them] Talk about what { $called } likes to hear of, or read it together.
   *[you] Read what you like, or talk about it with somebody.
}
checkin-topics-read = { $who ->
    [them] We have looked at these
   *[you] I have looked at these
}
checkin-goal-done = { $who ->
    [them] Done with the goal
   *[you] Done with my goal
}
checkin-to-goal = { $who ->
    [them] Look at the step again
   *[you] Look at my step again
}
checkin-onward-everybody = We show this to everybody, whatever they answer.
checkin-onward-seen = { $who ->
    [them] { $called } has seen this
   *[you] I have seen this
}
checkin-talking-find = Find it in England, on the NHS website
checkin-talking-more = How to ask, also outside England

## The end of a check-in

checkin-finish-title = Finish this check-in
checkin-finish-all = { $who ->
    [them] Every part is done.
   *[you] You have done every part.
}
checkin-finish-open = These parts are not done:
checkin-finish-fine = That is fine. You can finish without them.
checkin-finish-stays = After this, the answers stay as they are.
checkin-finish = Finish this check-in
checkin-already-title = This check-in is done
checkin-already-words = { $who ->
    [them] The answers stay as they were given. They are in the diary of { $called }.
   *[you] Your answers stay as you gave them. They are in your diary.
}

## What has changed

checkin-results-title = What has changed
checkin-results-none = When a check-in is done, its numbers are here.
checkin-results-no-numbers = No numbers were answered.
# $day: 5 December 2026
checkin-results-first = { $who ->
    [them] This is the start, on { $day }. Next time you see here what has changed.
   *[you] This is your start, on { $day }. Next time you see here what has changed.
}
# $first and $last: dates
checkin-results-since = From { $first } to { $last }.
checkin-results-not-why = { $who ->
    [them] These are the numbers of { $called }, side by side. They do not say why something changed.
   *[you] These are your own numbers, side by side. They do not say why something changed.
}
checkin-to-check-ins = To check-ins
checkin-parts = Its parts
# What was asked at one check-in alone. $contact: "First check-in"
checkin-once = Answered once: { $contact }
# $score: "Pain now". $value: "6 out of 10"
checkin-once-score = { $score }: { $value }
# $sources: whose the questions are
checkin-sources = Sources: { $sources }.
checkin-change-no-answer = Not answered.
# $value: a number. $contact: "After 3 weeks"
checkin-change-once = { $value }. Answered once, at: { $contact }.
checkin-change-not-compared = { $who ->
    [them] { $value }. This cannot be compared with the start, as the questions or the words of { $called } changed.
   *[you] { $value }. This cannot be compared with the start, as the questions or your words changed.
}
# $amount: a number as it is written. $count: the same as a number
checkin-amount-points = { $count ->
    [one] { $amount } point
   *[other] { $amount } points
}
checkin-amount-unit = { $amount } { $unit }
# $source: whose the questions are
checkin-source = Source: { $source }.
# $by: "2 points". $first and $now: numbers
checkin-change = { $way ->
    [same] The same as at the start: { $now }.
    [lower] { $by } lower than at the start: from { $first } to { $now }.
   *[higher] { $by } higher than at the start: from { $first } to { $now }.
}
# $first and $now: answers in words
checkin-change-words = { $way ->
    [same] The same as at the start: { $now }.
   *[other] At the start: { $first }. Now: { $now }.
}
# In a table, beside the numbers. $by: "2 points"
checkin-brief = { $way ->
    [same] The same
    [lower] { $by } lower
   *[higher] { $by } higher
}
checkin-brief-words = { $way ->
    [same] The same
   *[other] Changed
}
# $moved: “2 points lower”
checkin-brief-size = { $size ->
    [more] { $moved }: at least the larger size of change
    [reached] { $moved }: at least the size of change
   *[less] { $moved }: less than the size of change
}
checkin-brief-once = Answered once
checkin-brief-not-compared = Cannot be compared
checkin-change-reached = That is at least the size of change printed below.
checkin-change-more = That is at least the larger size of change printed below.
checkin-change-not-reached = That is less than the size of change printed below.
checkin-no-threshold = No size of change is printed for this.
# $version: as it is printed on the form, such as "UK English"
checkin-score-form = Filled in on a form. Version: { $version }.
# $value and $max: numbers
checkin-score-of = { $value } out of { $max }
# $value: "31 out of 56". $day: 5 December 2026
checkin-score-once = { $value } on { $day }. Written down once.
# $by: "6 points". $first and $now: numbers
checkin-score-change = { $way ->
    [same] The same as the first time: { $now }.
    [lower] { $by } lower than the first time: from { $first } to { $now }.
   *[higher] { $by } higher than the first time: from { $first } to { $now }.
}
# $measure: "MSK-HQ". $version: "UK English". $score: "Total"
checkin-score-line = { $measure } ({ $version }), { $score }
checkin-table-when = When
checkin-table-number = Number
checkin-table-answer = Answer
checkin-table-none = Not answered
checkin-table-what = What was asked
checkin-table-change = Since the start
# $of: "Climbing the stairs, Lifting". $size: "A change of 3 points or more is larger than chance makes. Source: …"
checkin-size-of = { $of }: { $size }

## On other screens

# $contact: "After 3 weeks". $day: 5 December 2026
checkin-row = Your check-in
checkin-row-due = “{ $contact }” is open until { $day }.
checkin-row-overdue = “{ $contact }” is open. Do it when you are ready.
checkin-row-begun = “{ $contact }” is begun, and your answers are kept.
