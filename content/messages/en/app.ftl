# Words of the frame and of the parts that every screen shares.

service-name = Jointly
# $screen: the screen's heading. $service: the name the service gave itself.
screen-title = { $screen } – { $service }
skip = Skip to the main part
navigation = Main
get-help = Get help

nav-today = Today
nav-plan = Plan
nav-progress = Progress
nav-more = More
nav-people = People
nav-publish = What you run
nav-helping = People I help
nav-service = Service

## The quiet line about sending

# $count: entries that the server does not hold yet
unsent = { $count ->
    [one] { $count } entry on this phone, not sent yet
   *[other] { $count } entries on this phone, not sent yet
}
refused = { $count ->
    [one] { $count } entry could not be received
   *[other] { $count } entries could not be received
}
# $count: entries that this phone damaged before they were sent
unreadable = { $count ->
    [one] { $count } entry on this phone can no longer be read
   *[other] { $count } entries on this phone can no longer be read
}
# In the next three, $count: entries that wait on this phone
storage-trouble = { $count ->
    [0] This phone is short of room, or its storage has a problem
    [one] Short of room, or a storage problem. { $count } entry is not sent yet
   *[other] Short of room, or a storage problem. { $count } entries are not sent yet
}
signed-in-as-another = { $count ->
    [0] Somebody else is signed in here
    [one] Somebody else is signed in here. { $count } entry of yours waits
   *[other] Somebody else is signed in here. { $count } entries of yours wait
}
sign-in-again = { $count ->
    [0] Signed out. Use a new code to go on
    [one] Signed out. Use a new code to send { $count } entry
   *[other] Signed out. Use a new code to send { $count } entries
}

## A new version of the app

update-ready = A newer version is ready. Nothing you wrote is lost.
update-now = Use it now
update-coming = The newer version is coming. This takes a few seconds.

## Waiting, failing

loading = Opening …
try-again = Try again
screen-failed = This screen did not open
screen-failed-words = Something went wrong on this screen. Your entries are safe. Try again, or choose another screen below.
screen-missing = There is nothing at this address
screen-missing-words = Choose a screen below, or go to Today.
screen-not-loaded = This screen is not on your phone yet. Connect to the internet once and try again.
to-today = Go to Today

trouble-storage-full = Your phone has run out of room
trouble-storage-full-words = This was not saved. What you filled in is still here. Make some room, for example by deleting a video or an app you do not use, then press the button again.
trouble-not-saved = This was not saved
trouble-not-saved-words = What you filled in is still here. Press the button again. If it goes wrong again, close Jointly and open it.
understood = I understand
newer = A newer Jointly is open
newer-words = Another window uses a newer version. Load this one again to go on. Nothing is lost.

## Undo

undo = Undo
undone = Undone
undo-failed = That could not be undone. Try again.

## Receipts

receipt-on-phone = On this phone
# $time: 2:02pm
receipt-received = Received { $time }
# $day: 21 November 2026
receipt-received-on = Received { $day }
# $called: a name. $day: 21 November 2026
receipt-seen = Seen by { $called }, { $day }
receipt-somebody = somebody you share it with
# $reason: a full sentence
receipt-refused = Not received: { $reason }

## Reasons, where the server gave none

reason-offline = You are not connected. Try again when you are.
reason-unknown = The service has a problem just now. Try again in a few minutes.
reason-entry-unreadable = This phone can no longer read this entry.
reason-entry-too-big = This is too much to send. Please make the note shorter.
reason-entry-unknown = The service could not take this entry.

## The 0 to 10 scale

# $score: a number
out-of-ten = { $score } out of 10
scale-low = 0: { $words }
scale-high = 10: { $words }

## Days

day-today = Today
day-yesterday = Yesterday
day-another = Another day
day-which = Which day?
day-out-of-reach = Choose a day in the last 10 years, up to today

## The body map

body-front = Front
body-back = Back
