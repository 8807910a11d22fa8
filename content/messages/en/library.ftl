### The library of exercises and its pictures.

library-title = Exercises
library-about = Every exercise there is, by what it is for. You can look at them without the internet.
library-find = Find an exercise
library-find-hint = Such as “knee”, “towel” or “balance”
library-sitting = Only those done sitting down
library-count = { $count ->
    [0] Nothing found. Try another word.
    [one] 1 exercise found
   *[other] { $count } exercises found
}
library-missing = The exercises are not on your phone yet. Connect to the internet once and they will be kept here.
library-gone = This exercise is not here
library-gone-words = It may have another name now. Look for it in the list.
library-group = { $group ->
    [knee] Knees
    [hip] Hips
    [back] Back
    [neck] Neck
    [shoulder] Shoulders
    [hand] Hands
    [foot] Feet and ankles
    [balance] Balance
    [breath] Breath and rest
   *[aerobic] Heart and lungs
}
library-position = { $position ->
    [standing] Standing
    [sitting] Sitting down
    [lying] Lying down
   *[kneeling] On hands and knees
}
# What people type who look for a position: words to find it by, never shown
library-position-words = { $position ->
    [standing] standing, stand, upright
    [sitting] seated, sitting, sit, chair
    [lying] lying, lie, bed, floor
   *[kneeling] kneeling, kneel, floor
}

## One exercise

library-mistakes = Common mistakes
library-stop-if = Stop this one if
library-stop-always = When to stop any exercise
library-levels = How much
library-level = Level { $level }
library-bad-day = On a bad day
library-seated = If standing is hard
library-seated-lying = If lying down is hard
library-seated-words = Do this one sitting down instead:
library-in-plan = This is one of the exercises in your plan.
library-do = Go to it

## The picture

figure-stop = Stop the movement
figure-move = Show the movement
figure-start = Start
figure-then = Then
