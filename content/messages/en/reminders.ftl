# Reminders, as the phone shows them. What stands on a lock screen is in reminders-server.ftl: the service sends it.

reminders-title = Reminders
reminders-back = Reminders
reminders-saved = Saved

## Before they are turned on

remind-intro = Jointly can tell you when it is time to exercise, or when a class you booked is near. You choose what it tells you.
remind-quiet = On a locked phone it says only that there is something you planned. It does not say what, unless you want it to.
remind-stop = You can change this, take a break or stop at any time.
remind-turn-on = Turn on reminders
remind-next = Your device will ask you next. Choose “Allow”.
remind-without = Set up reminders without this device
remind-without-words = They can come by email or in your own calendar.

## This phone or computer

remind-here-title = On this device
remind-here-on = Reminders come to this device.
remind-here-untold = Reminders are on, but this device has not reached your service yet. It tries again by itself.
remind-here-off = Reminders do not come to this device.
remind-here-turn-on = Turn on for this device
remind-here-turn-off = Turn off on this device
remind-turned-on = Reminders are on.
remind-turned-off = Reminders are off on this device.
remind-not-yet = Your service does not send reminders to phones yet.
remind-denied = This device is set to block reminders from Jointly.
remind-denied-how = To change that, press the sign beside the web address, or open the settings of your browser. Find “Notifications” and choose “Allow”. Then come back here.
remind-none = This browser cannot show reminders. Another one on this device may.
remind-old = Your iPhone can show reminders once it has iOS 16.4 or later. Look in Settings, General, Software Update.
# $when: 22 November 2026, 2:02pm
remind-reached = We last reached you here at { $when }.
remind-not-reached = We have not reached you here yet.
remind-test = Send a test
remind-test-push = Sent. It should be here in a moment.
remind-test-email = Sent by email.
remind-test-sms = Sent by text.

## On an iPhone

remind-install = On an iPhone or iPad, reminders come once Jointly is on your Home Screen.
remind-install-show = Show me how
remind-install-1 = Open this page in Safari.
remind-install-2 = Press the Share sign: a square with an arrow up.
remind-install-3 = Choose “Add to Home Screen”, then “Add”.
remind-install-4 = Open Jointly from your Home Screen.
remind-install-5 = Come back here and turn on reminders.

## What of

remind-of = What to remind you of
remind-of-hint = Choose as many as you like.
remind-kind-exercise = My exercises, at the times in my plan
remind-kind-check-in = Check-ins, when one opens and before it closes
remind-kind-session = A session I booked, the day before and 2 hours before
remind-kind-change = A session that is off or has moved
remind-kind-reply = Somebody has answered me
remind-kind-date = My own dates, such as a blood test
remind-kind-week = How was my week, once a week
remind-no-adverts = Jointly sends no adverts. If your service ever wants to send you news of that kind, it has to ask you first: it would be one more choice here, and it would be off.

## When

remind-when = When
remind-when-hours = Quiet from { $from } to { $to }
remind-when-any = No quiet hours
remind-week = How was your week
remind-week-on = Ask me once a week
remind-week-day = On which day?
remind-week-time = At what time?
remind-quiet-hours = Quiet hours
remind-quiet-on = Send nothing at night
remind-quiet-from = Quiet from
remind-quiet-to = Quiet until
remind-quiet-hint = What falls in these hours waits until they are over, if it is still of use then.
remind-exercise-times = Exercise reminders come at the times in your plan.
remind-to-plan = Change the times in my plan
remind-time-needed = Choose a time
remind-times-same = Choose two times that are not the same
# $place: such as London
remind-zone = Times are as clocks in { $place } show them.
remind-save = Save

## A break

remind-break = Take a break
remind-break-none = For a holiday, or when it is all too much
# $day: Friday 4 December
remind-break-until = Reminders start again on { $day }
remind-break-on = You are on a break. Reminders start again on { $day }.
remind-break-still = You still hear if a session you booked is off or has moved.
remind-break-end = End the break now
remind-break-ended = The break is over.
remind-break-which = When should they start again?
remind-break-tomorrow = Tomorrow
remind-break-week = In a week
remind-break-two-weeks = In two weeks
remind-break-other = On another day
remind-break-day = Which day?
remind-break-wrong = Choose a day after today, within a year
remind-break-start = Start the break

## The lock screen

remind-screen = On the lock screen
remind-screen-discreet = It says only that there is something
remind-screen-detailed = It says what it is
remind-screen-who = Anybody who sees your phone can read what stands there, even while it is locked.
remind-screen-which = What should it say?
remind-screen-example = This is how it looks
remind-screen-app = Jointly
remind-example-name = Walking group

## Own dates

remind-dates = My own dates
remind-dates-none = A blood test, an appointment, or anything else
remind-dates-count = { $count ->
    [one] { $count } date to come
   *[other] { $count } dates to come
}
remind-dates-empty = No dates yet.
remind-dates-told = You are reminded the day before and on the day.
remind-dates-off = Reminders of your own dates are turned off.
remind-date-add = Add a date
remind-date-change = Change this date
remind-date-what = What is it?
remind-date-what-hint = Up to 80 letters.
remind-date-on = Which day?
remind-date-at = What time, if there is one?
remind-date-save = Save date
remind-date-cancel = Do not save
remind-date-saved = Date saved.
remind-date-delete = Delete
remind-date-deleted = Date deleted.
remind-date-edit = Change
# $what: in the person's own words
remind-date-edit-named = Change { $what }
remind-date-delete-named = Delete { $what }
remind-date-what-needed = Write what it is
remind-date-day-needed = Choose a day from today on, within 5 years
remind-dates-past = Past dates

## The next 14 days

remind-ahead = The next 14 days
remind-ahead-row = Everything that is planned to be sent
remind-ahead-intro = This is what will be sent, if nothing changes. What you have done by then is left out.
remind-ahead-none = Nothing is planned for the next 14 days.
# $when: 22 November 2026, 2:02pm
remind-as-of = No signal. This is what we knew at { $when }.
remind-as-of-none = This needs the internet once. Look again when you are connected.
remind-as-of-trouble = This could not be brought up to date just now. { $reason }

## What was sent

remind-sent = What was sent
remind-sent-row = When, how and why
remind-sent-none = Nothing has been sent yet.
remind-sent-why = Why: { $why }
remind-sent-by-push = To your phone
remind-sent-by-email = By email
remind-sent-by-sms = By text
remind-sent-by-list = In your list of news
remind-state-sent = sent
remind-state-shown = shown
remind-state-done = you pressed “Done”
remind-state-later = you asked for it later
remind-state-failed = it did not arrive
remind-state-waiting = on its way
remind-why-exercise = You asked for a reminder at your exercise times.
remind-why-check-in = You asked to hear when a check-in opens and before it closes.
remind-why-session = You asked for a reminder of sessions you booked.
remind-why-change = You asked to hear when a session you booked is off or has moved.
remind-why-reply = You asked to hear when somebody answers you.
remind-why-date = You asked for a reminder of your own dates.
remind-why-week = You asked to be asked about your week.
remind-why-test = You pressed “Send a test”.
remind-why-unanswered = You asked to hear of people who wait for an answer.
remind-why-due = You asked to hear who is due.
remind-why-referral = You asked to hear of people who are sent on to you.
remind-why-confirm = You asked to be told when to look at your pages again.

## Answering one in the app

remind-asked = You opened a reminder. If now is not a good time, it can come again.
remind-answer-done = Already done
remind-answer-later = Remind me later
# $what: what it was about, such as “Your exercises”
remind-answer-done-named = Already done: { $what }
remind-answer-later-named = Remind me later: { $what }
remind-answered-done-heard = Good. We will not ask you about this again.
remind-answered-done-waits = Good. This is kept on this phone until your service can be reached.
remind-answered-later-heard = We will remind you again in an hour.
remind-answered-later-waits = This is kept on this phone. You are reminded again once your service can be reached.

## What an item is called

remind-item-exercise = Your exercises
# $contact: what the check-in is called
remind-item-check-in-opens = { $contact } opens
remind-item-check-in-closes = { $contact } closes soon
remind-item-check-in-unnamed = A check-in
# $name: of the session
remind-item-session-tomorrow = { $name }, tomorrow
remind-item-session-soon = { $name }, in 2 hours
remind-item-session-unnamed = A session you booked
remind-item-change = News of a session
remind-item-reply = An answer for you
remind-item-date-before = { $what }, tomorrow
remind-item-date-day = { $what }, today
remind-item-date-unnamed = A date of your own
remind-item-week = How was your week?
remind-item-test = A test
remind-item-unanswered = People who wait for an answer
remind-item-due = People who are due
remind-item-referral = Somebody was sent on to you
remind-item-confirm = Is your page still right?
# $first: the first of several, and how many more
remind-item-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}

## Other ways

remind-ways = Other ways to reach you
remind-ways-row = Email, text or your own calendar
remind-ways-when = We use these when your phone cannot be reached.
remind-email = Your email address
remind-email-none = Leave it empty for no email.
remind-email-wrong = Write it like name@example.com
remind-mobile = Your mobile number
remind-mobile-none = Leave it empty for no texts.
remind-mobile-wrong = Write it like 07700 900123 or +44 7700 900123
remind-ways-none = Your service sends no email and no texts.
remind-calendar = In your own calendar
remind-calendar-words = Your calendar app can show what you planned. It needs a link that is yours alone. Whoever has the link can see these times.
remind-calendar-make = Make a link
remind-calendar-new = Make a new link
remind-calendar-new-words = A new link ends the old one.
remind-calendar-yours = Your link. It is shown only now.
remind-calendar-copy = Copy the link
remind-calendar-copied = Copied.
remind-calendar-not-copied = That did not work. Press the link for longer and copy it.
remind-calendar-have = You have a link. Only the calendar that holds it knows it.
remind-calendar-end = End the link
remind-calendar-ended = The link has ended. Your calendar shows nothing new from now on.
remind-calendar-failed = That did not work. { $reason }

## Stopping

remind-stop-all = Stop all reminders
remind-stopped = All reminders are stopped.
# $when: a date and time
remind-emails-stopped = You stopped reminder emails with the link in one of them ({ $when }). None are sent, even if your address is here.
remind-emails-again = Send me emails again
remind-emails-on = You get reminder emails again.

## Another place

# $place: such as New York
remind-elsewhere = You seem to be in { $place } now. Remind you by the time there?
remind-elsewhere-yes = Yes
remind-elsewhere-no = No
remind-elsewhere-done = You are reminded by the time in { $place } now.
remind-elsewhere-kept = Your times stay as they are.

## For those who work here

rounds-title = Reminders of work
rounds-intro = Once on each day that you choose, you hear what waits for you. Nobody is named.
rounds-of = What to tell you
rounds-kind-unanswered = People who wait for an answer
rounds-kind-due = People who are due
rounds-kind-referral = Somebody new was sent on to us
rounds-kind-reply = Somebody writes to me
rounds-kind-confirm = It is time to look if our pages are still right
rounds-at = At what time?
rounds-days = On which days?
rounds-email = Your email at work, if you want it by email too
rounds-save = Save
rounds-days-needed = Choose one day or more
rounds-failed = Not saved. { $reason }
