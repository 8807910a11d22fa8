### The plan: the week, the levels, pausing, and starting a programme. The ladder card is here too.

plan-title = Your plan
plan-goals = Your goals
plan-goals-words = What you want to reach, and your first step

## No plan yet

plan-none = You do not have an exercise plan yet.
plan-none-offline = The programmes are not on this phone yet. Connect to the internet once and they will be kept here.
plan-offer-exercises = { $count ->
    [one] 1 exercise
   *[other] { $count } exercises
}
plan-offer-days = To begin with: { $days } at { $times }. You can change this at any time.
plan-start = Start this plan
plan-not-approved = No clinician has approved this programme yet.
plan-started-on = You started on { $date }.

## The week

plan-week = Your week
plan-day-off = Rest day
plan-change-days = Change days and times
plan-days-title = Days and times
plan-days-hint = Choose the days that suit you. Most people leave a rest day between.
plan-time-of = Time on { $day }
plan-time-of-numbered = Time { $number } on { $day }
plan-add-time = Add a time
plan-add-time-of = Add a time on { $day }
plan-remove-time = Remove
plan-remove-time-of = Remove time { $number } on { $day }
plan-days-overtaken = Your plan was changed since you began this. These are its days now.
plan-draft = We kept what you filled in before.
plan-draft-clear = Start again
plan-days-none = Choose at least 1 day.
plan-time-missing = Put in a time for { $day }.
plan-save = Save my week
plan-cancel = Keep old week
plan-saved-days = Your days and times are saved.

# The week in a line, as the diary and the downloaded spreadsheet say it. $times: 10am and 7:30pm
plan-says-days = { $days } at { $times }
plan-says-every-day = Every day at { $times }
plan-says-paused = Paused from { $from }
plan-says-paused-until = Paused from { $from } to { $until }
plan-says-count = { $count ->
    [one] 1 exercise chosen
   *[other] { $count } exercises chosen
}
plan-says-exercises = Exercises chosen: { $exercises }

## Pausing

plan-pause-title = Take a break
plan-pause-why = Going away, or not well? While your plan is paused, Today will not show exercises as due.
plan-pause-until = Start again on
plan-pause-until-hint = Leave this empty if you do not know yet.
plan-pause-past = Choose a day after today.
plan-pause = Pause my plan
plan-paused-open = Your plan is paused.
plan-paused-until = Your plan is paused. It starts again on { $date }.
plan-carry-on = Carry on with my plan
plan-saved-paused = Your plan is paused.
plan-saved-carried-on = Your plan is on again. Good to see you.
plan-saved-started = Your plan has started.

## Exercises and levels

plan-exercises = Your exercises
plan-library = Look at all exercises
plan-level-change = Level { $level }. Look at levels
plan-gentle = On a bad day
plan-gentle-what = One tap on Today swaps to { $count ->
    [one] 1 gentle exercise
   *[other] { $count } gentle exercises
}. A gentle day counts as a good day.
plan-rules = The printed rules
plan-stop-list = When to stop

## The ladder: what the printed rule says, and the person's own choice

ladder-title = Choose your level
ladder-yours = You are at level { $level } for { $exercise }.
ladder-own-choice = This is the printed rule, not advice. You choose. Nothing changes unless you press a button.
# Which printed rule the person's own entries meet, and why. One message for each reason of the rule.
ladder-all-well = Your last { $sessions } times were all done, with pain { $go_max } or less. All had settled by the next morning. The printed rule says people may move up.
ladder-stop-band = You wrote down pain of { $pain } last time. The printed rule says people move down 1 level, or do half as much.
ladder-stop-band-before = You wrote down pain of { $pain } in one of your last { $sessions } times, but not the last. The printed rule says people stay at this level for now.
ladder-not-settled = Last time it had not settled by the next morning. The printed rule says people move down 1 level, or do half as much.
ladder-not-settled-before = One of your last { $sessions } times, but not the last, had not settled by the next morning. The printed rule says people stay at this level for now.
ladder-caution-band = { $sessions ->
    [one] You wrote down pain of { $pain } last time.
   *[other] You wrote down pain of { $pain } in one of your last { $sessions } times.
} The printed rule says people stay at this level for now.
ladder-flare = { $sessions ->
    [one] You had a bad day on the day of your last time, or since.
   *[other] You had a bad day on the day of the first of your last { $sessions } times, or since.
} The printed rule says people stay at this level for now.
ladder-part = { $sessions ->
    [one] Your last time was partly done.
   *[other] One of your last { $sessions } times was partly done.
} The printed rule says people stay at this level for now.
ladder-gentle = { $sessions ->
    [one] Your last time was the gentle version.
   *[other] One of your last { $sessions } times was the gentle version.
} The printed rule says people stay at this level for now.
ladder-not-confident = { $sessions ->
    [one] You did not feel sure how to do it last time.
   *[other] You did not feel sure how to do it in one of your last { $sessions } times.
} The printed rule says people stay at this level for now.
ladder-pain-not-said = { $sessions ->
    [one] You did not write down pain last time.
   *[other] You did not write down pain for one of your last { $sessions } times.
} Without it, the printed rule says people stay at this level.
ladder-confidence-not-said = { $sessions ->
    [one] You did not say if you felt sure how to do it last time.
   *[other] You did not say if you felt sure how to do it in one of your last { $sessions } times.
} Without it, the printed rule says people stay at this level.
ladder-settled-not-said = { $sessions ->
    [one] You have not said yet if your last time had settled by the next morning.
   *[other] You have not said yet if one of your last { $sessions } times had settled by the next morning.
} Until then, the printed rule says people stay at this level.
ladder-too-few = You have done this { $sessions ->
    [one] 1 time
   *[other] { $sessions } times
} since you came to this level. The printed rule says people stay until it is { $needed } times.
ladder-top-level = Your last { $sessions } times all went well. This is the highest level, so the printed rule says people stay.
ladder-no-sessions = You have not done this since you came to this level, so no printed rule fits so far.
ladder-lowest = This is the lowest level. Here the printed rule says people do half as much, or use the gentle version.
ladder-level = Level { $level }
ladder-level-now = Level { $level }: yours now
ladder-up = Move up to level { $level }
ladder-stay = Stay at level { $level }
ladder-down = Move down to level { $level }
ladder-rule-marked = The printed rule fits this one
ladder-see-rules = Read the printed rules
ladder-chosen = { $choice ->
    [up] You moved up to level { $level }.
    [down] You moved down to level { $level }.
    [set] You start at level { $level }.
   *[stay] You stay at level { $level }.
}
