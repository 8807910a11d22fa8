### Goals: what matters to somebody, what they want to reach, their plan for it, and looking at it again.

# In this file $who is "you", or "them" where staff write with a person whose name is $called.

goals-title = Your goals
goals-back = Your goals
goals-empty = Is there something you would like to do again, or do more of? A goal in your own words and a small first step can help you get there.
goals-new = Make a goal
goals-another = Make another goal
goals-active = Working on now
goals-none-active = You are not working on a goal just now.
goals-done = Reached ({ $count })
goals-stopped = Stopped ({ $count })
goals-missing = This goal is not here
goals-missing-words = It may have been deleted. Your diary keeps what you delete, and you can bring it back there.
goals-look-again = Look at it again
goals-look-again-of = Look at it again: { $goal }
goals-change = Change
goals-change-of = Change: { $goal }
goals-delete = Delete
goals-delete-of = Delete: { $goal }
goals-deleted = Your goal is deleted.
goals-take-up = Work on it again
goals-take-up-of = Work on it again: { $goal }
goals-taken-up = You are working on this goal again. Good to see you.
goals-print = A page to print

## What a goal says

goals-said-matters = What matters
goals-said-importance = How important
goals-said-what = What
goals-said-when = When
goals-said-where = Where
goals-said-sure = How sure
goals-said-coping = If and then
# $if: it rains. $then: walk in the shopping centre
goals-said-coping-one = If { $if }: { $then }
goals-said-bad-day = On a bad day
goals-said-review = Next look
goals-said-reviewed = Last look
# $day: Sunday 22 November 2026
goals-said-reviewed-went = { $went ->
    [done] { $day }: done
    [part] { $day }: partly done
   *[not] { $day }: not this time
}
goals-said-helped = What helped
goals-said-status = { $status ->
    [done] Reached
    [part] Partly reached
    [stopped] Stopped
   *[active] Working on it
}
goals-no-day = No day chosen
goals-nobody = No goals written down so far.
goals-out-of-ten = { $score } out of 10

## Making a goal

goals-form-new = A new goal
goals-form-change = Change your goal
goals-step = Step { $step } of { $steps }
goals-next = Next
goals-previous = Back a step
goals-save = Save goal
goals-save-now = Save now
goals-draft = We kept what you filled in before.
goals-draft-clear = Start again
goals-overtaken = This goal was changed since you began. This is what it says now.
goals-saved-new = Your goal is saved.
goals-saved-change = Your goal is changed.
goals-longest = That is as much as fits here.

goals-step-goal = { $who ->
    [them] What { $called } wants to reach
   *[you] What you want to reach
}
goals-matters = { $who ->
    [them] What matters to { $called }?
   *[you] What matters to you?
}
goals-matters-hint = You can leave this empty. For example: time with my grandchildren.
goals-goal = { $who ->
    [them] What is the goal of { $called }?
   *[you] What is your goal?
}
goals-goal-hint = { $who ->
    [them] In their own words. For example: walk to the park and back.
   *[you] In your own words. For example: walk to the park and back.
}
goals-goal-needed = Write down the goal. A few words are enough.
goals-importance = { $who ->
    [them] How important is this to { $called }?
   *[you] How important is this to you?
}
goals-importance-low = not at all
goals-importance-high = very

goals-step-action = { $who ->
    [them] The first step
   *[you] Your first step
}
goals-skip-hint = You can leave any of this empty and go on.
goals-smaller-hint = { $who ->
    [them] Try a smaller step or another time. A friend could come along, or it could be something else.
   *[you] Try a smaller step or another time. You could ask a friend to come, or do something else.
}
goals-what = { $who ->
    [them] What will { $called } do?
   *[you] What will you do?
}
goals-what-hint = Something small and clear. For example: walk to the corner.
goals-what-needed = { $who ->
    [them] Say what { $called } will do, or leave when and where empty too.
   *[you] Say what you will do, or leave when and where empty too.
}
goals-when = When?
goals-when-hint = For example: after lunch, on 3 days a week.
goals-where = Where, and who with?
goals-where-hint = For example: in the park, with Ann.

goals-step-sure = { $who ->
    [them] How sure { $called } is
   *[you] How sure you are
}
goals-sure = { $who ->
    [them] How sure is { $called } of doing this?
   *[you] How sure are you that you can do this?
}
goals-sure-hint = 0 is not at all sure, 5 is somewhat sure, 10 is very sure.
goals-sure-low = not at all sure
goals-sure-high = very sure
goals-sure-before = { $who ->
    [them] Before the change { $called } said { $score } out of 10.
   *[you] Before the change you said { $score } out of 10.
}
goals-smaller = { $who ->
    [them] Would a smaller step make it easier? Or another time, or a friend to come along, or something else?
   *[you] Would a smaller step make it easier? Or another time, or a friend with you, or something else?
}
goals-smaller-words = { $who ->
    [them] You can change the step together, and ask again how sure { $called } is. Or keep it as it is.
   *[you] You can change your step and say again how sure you are. Or keep it as it is.
}
goals-smaller-change = { $who ->
    [them] Change the step
   *[you] Change my step
}

goals-step-coping = If something gets in the way
goals-coping-words = { $who ->
    [them] Think of something that could stop { $called }, and what { $called } will do then. You can leave this empty.
   *[you] Think of something that could stop you, and what you will do then. You can leave this empty.
}
goals-coping-title = If and then, { $number }
goals-coping-if = If…
goals-coping-if-hint = For example: it rains
goals-coping-then = then I will…
goals-coping-then-hint = For example: walk in the shopping centre
goals-coping-needed = Fill in both parts, or leave both empty.
goals-coping-add = Add another
goals-coping-remove = Remove
goals-coping-remove-of = Remove if and then, { $number }

goals-step-review = Looking back, and bad days
goals-review-on = { $who ->
    [them] When does { $called } want to look at this again?
   *[you] When do you want to look at this again?
}
# $day: Sunday 29 November
goals-review-weeks = { $weeks ->
    [one] In 1 week: { $day }
   *[other] In { $weeks } weeks: { $day }
}
goals-review-another = Another day
goals-review-which = Which day?
goals-review-none = No day
goals-bad-day = { $who ->
    [them] What will { $called } do on a bad day?
   *[you] What will you do on a bad day?
}
goals-bad-day-hint = { $who ->
    [them] Something easier that still counts. For example: to the gate and back. The app shows it when { $called } presses Bad day.
   *[you] Something easier that still counts. For example: to the gate and back. Today shows it when you press Bad day.
}

## Looking at a goal again

goals-review-title = Look at your goal again
goals-review-went = How did it go?
goals-went = { $went ->
    [done] Done
    [part] Partly done
   *[not] Not this time
}
goals-review-went-needed = Choose how it went.
goals-review-kindly = That is all right, and good to know. Plans often need another try.
goals-helped = What helped?
goals-helped-hint = You can leave this empty.
goals-review-next = What next?
goals-what-next = { $next ->
    [keep] Keep going as it is
    [smaller] Take a smaller step
    [another] Choose another goal
   *[finished] Finish with this goal
}
goals-review-next-needed = Choose what comes next.
goals-review-save = Save this look
goals-reviewed = Saved. Thank you for looking back.

## On Today, and on a bad day

goals-due = Look at your goal again
# $days: days since the day that was chosen, 0 is today
goals-due-since = { $days ->
    [0] { $goal }
    [one] { $goal }, since yesterday
   *[other] { $goal }, since { $day }
}
goals-bad-day-plan = What you planned for a bad day

## On paper

goals-paper-title = Goals on paper
goals-paper-print = Print this page
goals-paper-how = How did it go, and what helped?
goals-paper-date = Printed on { $day }

## Staff, together with a person

goals-with-offline = Not sent. You are offline. Everything stays in this form.
goals-with-failed = Not sent: { $reason } Everything stays in this form.
