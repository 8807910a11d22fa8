today-title = Today
# $called: what the person is called
welcome = Good to see you, { $called }
welcome-unnamed = Good to see you

to-do = To do
nothing-planned = No exercises are planned for today. Rest is part of the plan.
no-plan = You have not started a plan yet.
choose-plan = Set up my plan
paused = Your plan is paused.
paused-until = Your plan is paused until { $day }.
# $day: 23 November 2026
next-planned = Next: { $day }.
not-started = Your plan has not started yet.
all-done = That is all for today. Well done.
all-skipped = That is all for today.

# $time: 10am
at-time = At { $time }
# $dose: 2 sets of 8
row-level = { $dose } (level { $level })
row-gentle = { $dose } (gentler)

## How much, in words. $side: "each" when done on both sides

dose-reps = { $sets ->
    [1] { $reps } times
   *[other] { $sets } sets of { $reps }
}{ $side ->
    [each] , on each side
   *[none] {""}
}
dose-hold = { $sets ->
    [1] { $reps } times
   *[other] { $sets } sets of { $reps }
}{ $side ->
    [each] , on each side
   *[none] {""}
}, holding for { $seconds } seconds
dose-seconds = { $sets ->
    [1] { $count } seconds
   *[other] { $sets } sets of { $count } seconds
}{ $side ->
    [each] , on each side
   *[none] {""}
}
dose-minutes = { $sets ->
    [1] { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
   *[other] { $sets } times { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
}{ $side ->
    [each] , on each side
   *[none] {""}
}
content-not-approved = No clinician has approved these exercises yet. If you are not sure about one, ask your advisor first.

settled-title = After your exercises
# $day: Friday 20 November
settled-question = You did exercises on { $day }. By the next morning, had any extra pain settled?
settled-answer-yes = Yes
settled-answer-no = No
settled-skip = Skip for today
settled-saved-yes = Saved: it had settled.
settled-saved-no = Saved: it had not settled.

# $skipped: exercises that were skipped; they are listed there too
done-count = { $count ->
    [one] { $count } thing done today
   *[other] { $count } things done today
}{ $skipped ->
    [0] {""}
   *[other] , { $skipped } skipped
}
done-none-skipped = { $skipped } skipped today
done-pain = Pain { $score } out of 10
# $outcome: done, part or skipped. $gentle: yes for the bad-day version
done-exercise = { $exercise }: { $outcome ->
    [part] partly done
    [skipped] skipped
   *[done] done
}{ $gentle ->
    [yes] , gentler version
   *[no] {""}
}
done-bad-day = Bad day: gentler plan
# $day: Friday 20 November
done-settled-yes = Exercises on { $day }: settled by the next morning
done-settled-no = Exercises on { $day }: not settled by the next morning

today-log-pain = Log pain
today-bad-day = Bad day
bad-day-on = Gentler plan for today
bad-day-on-words = Thank you for looking after yourself. Today has the gentler version. Doing any of it counts, and so does resting.
bad-day-rest-words = Thank you for looking after yourself. Nothing is planned for today, so rest. That counts.
bad-day-saved = Gentler plan for today. That counts.
bad-day-removed = Back to the usual plan.
bad-day-off = Back to the usual plan

stop-link = When to stop and get help
content-missing = Your exercises are not on this phone yet. Connect to the internet once, and they will stay here.
exercises-missing = { $count ->
    [one] 1 of your exercises is not on this phone yet. Connect to the internet once, and it will stay here.
   *[other] { $count } of your exercises are not on this phone yet. Connect to the internet once, and they will stay here.
}
