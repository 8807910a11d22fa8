### What goals, pathways, check-ins, scores and care cards say in the diary, on paper and in the spreadsheet.

## A pathway that somebody is on. $pathway: "Joint Pain Advisor"

says-pathway-started = { $pathway }: started
says-pathway-changed = { $pathway }: changed
says-pathway-ended = { $why ->
    [early] { $pathway }: ended early, happy with how it went
    [finished] { $pathway }: finished
    [moved-on] { $pathway }: ended, moved on to something else
   *[stopped] { $pathway }: stopped
}
# $day: 21 November 2026
says-started-on = Started on { $day }
says-ended-on = Ended on { $day }
says-variant = Chosen with the team: { $variant }
# $measures: "PHQ-9 and GAD-7"
says-extra = Also asked: { $measures }

## A check-in. $contact: "After 3 weeks"

says-check-in = { $state ->
    [open] { $pathway }, { $contact }: not finished yet
   *[done] { $pathway }, { $contact }: done
}
says-measured = Questions that your team asked
says-with = { $with ->
    [together] Together with an advisor
    [paper] From paper
   *[alone] By yourself
}
# $measure: "Pain from 0 to 10". $answers: "Pain now 4, worst pain 6"
says-measure = { $measure }: { $answers }
says-measure-left = { $measure }: left for later
# $item: "Pain now". $answer: 4
says-answer = { $item } { $answer }
says-topics = Talked or read about: { $topics }
says-refers = Shown: { $routes }
says-goal-reviewed = Goal and plan looked at again

## A score from a form that is not in Jointly

says-score = { $measure }: score from a form
says-total = Total { $total }
# $name: the name of a part, as the form gives it
says-subscale = { $name }: { $score }
says-group = Group: { $group ->
    [low] low
    [medium] medium
   *[high] high
}
says-form = Form version { $version }
says-licence = Licence held by { $licence }
says-score-on = Filled in on { $day }

## A goal

says-goal = Goal: { $goal }
says-goal-status = { $status ->
    [active] Working on it
    [done] Reached
    [part] Partly reached
   *[stopped] Stopped
}
says-matters = What matters: { $words }
says-importance = How important: { $score } out of 10
says-action = Plan: { $words }
says-action-when = When: { $words }
says-action-where = Where: { $words }
says-confidence = How sure: { $score } out of 10
# $if: "it rains". $then: "I walk in the shopping centre"
says-coping = If { $if }: { $then }
says-review-on = Look at it again on { $day }
# $day: 21 November 2026
says-reviewed = { $went ->
    [done] Looked at again on { $day }: done
    [part] Looked at again on { $day }: partly done
   *[not] Looked at again on { $day }: not this time
}
says-helped = What helped: { $words }
says-bad-day = On a bad day: { $words }

## A care card that was shown

# $card: the title of a card
says-safety = Help card shown: { $card }
# $sign: as it is printed on the card; somebody said yes to it, or gave an answer that opens the card
says-safety-sign = The sign on it: { $sign }
# $count: how many more times in the same check-in. $day: the last of them
says-safety-again = { $count ->
    [one] Shown again on { $day }
   *[other] Shown { $count } more times, the last time on { $day }
}
says-safety-did = { $did ->
    [called] A number was pressed
    [dismissed] Read, and closed
   *[shown] Shown
}

## What somebody suggested, and what was said to it. $name: "Chair yoga"

says-prescription = Suggested to you: { $name }
# $called: "Sam"
says-prescription-by = Suggested by { $called }
# $words: why it was suggested, or what somebody wrote
says-prescription-why = Why: { $words }
says-prescription-state = { $state ->
    [suggested] No answer yet
    [agreed] You said yes
    [sent] The group was told
    [seen] The group has read it
    [offered] There is a place
    [waiting] On the waiting list
    [full] The group is full
    [unsuitable] The group says it does not suit
    [booked] First visit booked
    [going] You have been
    [missed] You could not go
   *[closed] Over
}
says-answer-to = { $answer ->
    [yes] You said yes to { $name }
    [no] You said no to { $name }
    [ask] You asked about { $name }
    [book] You booked { $name }
    [been] You went to { $name }
    [missed] You could not go to { $name }
    [finish] You said how { $name } ended
    [withdraw] You stopped { $name }
   *[say] You wrote about { $name }
}
says-answer-unknown = something that was suggested
says-answer-words = “{ $words }”
says-answer-outcome = { $outcome ->
    [going-on] Still going
    [done] Done
    [stopped] Stopped
    [not-suitable] It did not suit
   *[other] Something else
}

## Dates of one's own, and how one is reminded

# $what: "Blood test"
says-own-date = Your date: { $what }
# $time: "09:30"
says-own-date-at = At { $time }
says-reminding = How you are reminded
