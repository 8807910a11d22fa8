### The exercise player: before, during and after one exercise. Spoken cues are at the end.

exercise-missing-title = This exercise is not on your phone
exercise-missing = Connect to the internet once and it will be kept here for next time.
exercise-back-to-today = Back to Today

## Before you start

exercise-not-approved = No clinician has approved this exercise yet.
exercise-gentle-now = This is the gentle version, for a bad day.
exercise-do-usual = Do the usual version
exercise-do-gentle = Do the gentle version
exercise-level = Level { $level }
exercise-purpose = What it is for
exercise-steps = How to do it
exercise-care = Take care
exercise-equipment = What you need
exercise-equipment-none = You do not need anything for this.
exercise-position = { $position ->
    [standing] You do this standing up.
    [sitting] You do this sitting down.
    [lying] You do this lying down.
    [kneeling] You do this kneeling.
   *[other] Find a position that feels safe.
}
exercise-seconds-long = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}
exercise-minutes-long = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
exercise-minutes-and-seconds = { $minutes } and { $seconds }
exercise-sets = { $sets ->
    [one] 1 set
   *[other] { $sets } sets
}
exercise-times = { $reps ->
    [one] 1 time
   *[other] { $reps } times
}
exercise-dose-reps = { $sets }. Do it { $times } in each set.
exercise-dose-reps-once = Do it { $times }.
exercise-dose-hold = { $sets }. Hold for { $length }, { $times } in each set.
exercise-dose-hold-once = Hold for { $length }, { $times }.
exercise-dose-timed = { $sets }. Keep going for { $length } in each set.
exercise-dose-timed-once = Keep going for { $length }.
exercise-dose-sides = Do both sides.
exercise-dose-rest = Rest for { $length } between sets.
exercise-start = Start
exercise-stop-list = When to stop
exercise-stop-list-title = Stop now if you notice any of these
exercise-stop-list-help = Whom to call
exercise-stop-list-close = Close

## Settings that this phone remembers

exercise-options = Sound, buzz and counting
exercise-speak = Say what to do out loud
exercise-buzz = Buzz when something changes
exercise-paced = Count each one for me
exercise-paced-hint = If you leave this off, you go at your own pace and press a button after each set.

## Part way through, read back

exercise-resume-title = You stopped part way
exercise-resume = You got to set { $set } of { $sets } { $when }.
exercise-resume-after = You finished { $when }, but did not save how it went.
exercise-at = at { $time }
exercise-at-on = at { $time } on { $day }
exercise-resume-carry-on = Carry on from there
exercise-resume-say = Say how it went
exercise-resume-part = Save as partly done
exercise-resume-again = Start again

## While it runs

exercise-set-of = Set { $set } of { $sets }
exercise-side = { $side ->
    [left] Left side
   *[right] Right side
}
exercise-part-ready = Get ready
exercise-part-move = Go
exercise-part-hold = Hold
exercise-part-release = Let go
exercise-part-rest = Rest
exercise-part-own-pace = At your own pace
exercise-paused = Paused
exercise-paused-why = Take your time. Carry on when you are ready.
exercise-rep-of = { $rep } of { $reps }
exercise-next-up = Next: set { $set } of { $sets }
exercise-seconds = { $seconds ->
    [one] second
   *[other] seconds
}
exercise-minutes = minutes
exercise-repetitions = { $reps ->
    [one] time
   *[other] times
}
exercise-done-set = Done this set
exercise-done-side = Done this side
exercise-pause = Pause
exercise-carry-on = Carry on
exercise-skip-rest = Skip the rest
exercise-next = Skip
exercise-back = Back
exercise-stop = Stop

## Stopping part way

exercise-leave-title = Stop here?
exercise-leave-some = You have done { $done } of { $sets ->
    [one] 1 set
   *[other] { $sets } sets
}. Part of it still counts.
exercise-leave-none = You have not finished a set yet. Trying still counts.
exercise-leave-part = Save as partly done
exercise-leave-back = Carry on with the exercise
exercise-leave-later = Leave it for later
exercise-leave-later-hint = This phone keeps your place.

## Afterwards

exercise-after-title = How did it go?
exercise-outcome = Did you do it?
exercise-outcome-done = Done
exercise-outcome-part = Partly done
exercise-outcome-skipped = Did not do it
exercise-pain = How much pain did you have while you did it?
exercise-pain-low = No pain
exercise-pain-high = Worst pain
exercise-effort = How hard was it?
exercise-effort-low = No effort
exercise-effort-high = As hard as I can
exercise-confident = Did you feel sure how to do it?
exercise-yes = Yes
exercise-no = No
exercise-note = Add a note
exercise-note-hint = Anything you want to remember. You can leave this empty. Nobody watches what you write. If you need help now, use “Get help” above.
exercise-save = Save exercise

## Saved

exercise-saved-title = { $outcome ->
    [done] Saved. { $exercise } is done.
    [part] Saved. Part of { $exercise } is done.
   *[skipped] Saved. Another day, then.
}
exercise-saved-tomorrow = From tomorrow morning, Today asks if it had settled by then.
exercise-next-exercise = Next: { $exercise }

## Spoken while exercising. Short, and nothing a passer-by should not hear.

cue-ready = { $side ->
    [left] Get ready. Left side.
    [right] Get ready. Right side.
   *[none] Get ready.
}
cue-own-pace = { $side ->
    [left] Left side. { $reps } times, at your own pace.
    [right] Right side. { $reps } times, at your own pace.
   *[none] { $reps } times, at your own pace.
}
cue-go = Go.
cue-hold = Hold.
cue-release = Let go.
cue-rest = Rest for { $seconds } seconds.
cue-count = { $rep }
cue-seconds-left = { $seconds } seconds to go.
cue-over = That is all. Well done.
# when every set was passed over
cue-over-skipped = That is all.
cue-paused = Paused.
