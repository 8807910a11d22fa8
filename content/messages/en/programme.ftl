### Choosing a programme, and choosing exercises: by the person, or by an advisor for them.

## Choosing a programme

programme-title = Programmes
programme-back = Your plan
programme-back-all = All programmes
programme-what = You follow one programme at a time. You can change to another whenever you like.
programme-none-here = The programmes are not on this phone yet. Connect to the internet once and they will be kept here.
programme-row = { $count ->
    [one] 1 exercise
   *[other] { $count } exercises
}, about { $minutes } minutes
programme-yours = Yours now
programme-not-approved = Not yet clinically approved
programme-length = About { $minutes } minutes, at Level 1. You can do some of it, too.
programme-list = See the exercises
programme-change = Change to this programme
programme-changed = Your programme is now { $programme }.
programme-is-yours = This is your programme now.
programme-stays = Your days and times stay the same. So does all that you wrote down. In a programme that is new to you, you start at Level 1. You can choose another level.
programme-own-list-ends = You chose your own exercises for the programme you follow now. The new programme comes with its own list.
programme-see-all = See all programmes
programme-choose-another = Choose another programme

## Choosing exercises

pick-title = Choose your exercises
pick-title-for = Choose exercises for { $called }
pick-open = Choose your exercises
pick-no-plan = Start a plan first. Then you can choose your own exercises.
pick-changed-by-you = You changed your exercises on { $date }.
pick-changed-by = { $called } changed your exercises on { $date }.
pick-somebody = One of your team
pick-what = Tick what you want to do. You can tick up to { $most }.
pick-find = Find an exercise
pick-find-hint = Such as “stairs” or “chair”
pick-sitting = Only those done sitting down
pick-found = { $count ->
    [0] Nothing found. Try another word.
    [one] 1 exercise found
   *[other] { $count } exercises found
}
pick-own = From { $programme }
pick-library = From the library
pick-library-none = The library is not on this phone yet. Connect to the internet once and it will be kept here.
pick-group = { $group } ({ $count })
pick-group-other = Other
pick-order = { $count ->
    [0] Nothing chosen yet
    [one] 1 chosen
   *[other] { $count } chosen: change the order
}
pick-place = { $place }. { $exercise }
pick-earlier = Earlier
pick-earlier-which = Move { $exercise } earlier
pick-later = Later
pick-later-which = Move { $exercise } later
pick-take-away = Take away
pick-take-away-which = Take away { $exercise }
pick-moved = { $exercise } is now number { $place } of { $count }.
pick-taken-away = { $exercise } is taken away.
pick-too-many = { $most } is the most. Take one away first.
pick-none = Choose at least 1 exercise.
pick-save = { $count ->
    [0] Save
    [one] Save 1 exercise
   *[other] Save { $count } exercises
}
pick-cancel = Keep old list
pick-saved = Your exercises are saved.
pick-own-list = Back to the programme’s own list
pick-own-list-saved = Your plan is back to the programme’s own list.
pick-overtaken = Your exercises were changed since you began this. This is the list now.
pick-save-for = Save for { $called }
pick-cancel-for = Do not save
pick-which-for = Which programme?
pick-not-saved = This was not saved. { $reason }
pick-not-saved-offline = This was not saved, because there is no connection. What you chose is still here.

## A level from another programme

ladder-elsewhere = You chose level { $level } of this in another programme. Here you start at level 1. You can go on from level { $level } if you want to.
ladder-set = Start at level { $level }
