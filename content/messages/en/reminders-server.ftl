## What stands on a lock screen: no name, no part of the body, nothing that says what it is about

# $kind: what it reminds of
reminder-title = { $kind ->
    [change] Something you booked has changed
    [reply] There is a message for you
    [referral] There is something new to look at
    [unanswered] There is something to look at
    [due] There is something to look at
    [confirm] There is something to look at
    [test] This is a test. It works.
   *[other] Time for something you planned
}
# $count: how many things, at least 2
reminder-digest = { $count } things that you planned
reminder-body = Tap to see it.

## For those who chose to see more

reminder-detailed = { $kind ->
    [exercise] Time for your exercises
    [check-in] It is time for your check-in
    [session] You have a session soon
    [date] A date that you wrote down
    [week] How was your week?
    [change] A session has changed
    [reply] Somebody wrote to you
    [referral] Somebody new was sent to you
    [unanswered] Somebody waits for an answer
    [due] Somebody is due today
    [confirm] Is it all still correct?
   *[other] Time for something you planned
}
# $name: what the person called a date, or the name of a session
reminder-named = Coming up: { $name }

## What can be pressed, and what is shown when it is done already

reminder-done = Done
reminder-later = Later
reminder-already = Already done
reminder-already-body = You have done what this was for.

## The same as a calendar to subscribe to

reminder-calendar = Reminders

## The same by e-mail and text message

# $sentence: one of the titles above, as a sentence; $origin: the address of the app
reminder-written = { $sentence } Open { $origin } to see it. To stop these, go to More and then Reminders there.
# in e-mails; $link: the address that ends them
reminder-stop = To get no more emails like this: { $link }
