more-title = More
more-diary = Your diary
more-others = You and other people
more-you = About you
more-phone = Your phones
more-help = Help and rules
goals = Your goals
goals-words = What you want to reach, and your plan for it
suggested-row = Suggested for you
suggested-row-words = What your team thought you might like
support-row = Ask for support
support-row-words = Somebody who helps you find what makes life easier
sharing = Who can see my diary
sharing-words = Share it, or stop sharing it
looked = Who looked
looked-words = Everybody who opened your diary, and when
looked-words-carer = What was done with your account, and when
helping = People I help
helping-words = Diaries that others share with you
have-code = I have a code
have-code-words = From somebody who wants to share their diary with you
about-me = How to reach and help you
about-me-words = Phone or letter, language, what you need
my-data = Your data
my-data-words = Download it, print it, or delete your account
my-data-words-carer = Download it, or delete your account
devices = Signed-in devices
devices-words = Each phone or computer where you are signed in
passkeys = Passkeys
passkeys-row = Sign in without a code
another-phone = Use another phone too
another-phone-words = Open Jointly there with a code from here
recovery = Codes for a rainy day
recovery-words = 8 codes to print, if you lose your phone
privacy = Privacy
privacy-row = What is kept, why and for how long
accessibility = Accessibility
accessibility-row = How Jointly should work for everybody
more-near = What’s on near me
more-near-words = Free and gentle classes, groups and help
more-reports = What people said was wrong
more-reports-words = “It wasn’t on”, and what came of it
topics-row = Good to know
topics-row-words = Pacing, sleep, work and more, in short pages
helplines = Somebody to talk to
# $phone: a phone number
helpline-call = Call { $phone }
# $name: of the helpline
helpline-visit = Website of { $name }
diary = Diary
diary-words = What you saved, day by day
library-row = Exercises
library-row-words = Every exercise, with a picture of each
check-ins = Check-ins
check-ins-words = Look at how you are, and what has changed
stop = When to stop and get help
stop-words = Signs that mean: stop exercising now
called = What you are called
reminders-row = Reminders
reminders-row-words = What to remind you of, when and how
reminders-row-staff = When work waits for you
lock-row = Lock
lock-row-words = Who can open the diary on this phone
sending = Sending
about = About Jointly and help
about-words = What it does, who can see what, a new phone
more-nhs-login = NHS login
more-nhs-login-row = Open your record with it on a new phone
sign-out = Sign out
sign-out-row = Clears Jointly from this phone

called-title = What you are called
called-label = What should we call you?
called-hint = 1 to 60 characters. You and your advisor see it.
called-save = Save name
called-saved = Saved. You are called { $called }.
called-needed = Write what we should call you, in 1 to 60 characters
called-offline = This needs the internet. Your name was not changed. Try again when you are connected.

sending-title = Sending
sending-unsent = { $count ->
    [0] Nothing is waiting to be sent.
    [one] { $count } entry is on this phone only.
   *[other] { $count } entries are on this phone only.
}
sending-words = Jointly sends your entries by itself when there is a connection. You do not need to do anything.
sending-now = Send now
sending-busy = Sending …
sending-done = Everything that was waiting has been sent.
sending-failed = It did not work just now. Your entries are safe on this phone. Jointly keeps trying.
sending-signed-out = You are signed out, so entries stay on this phone. Use a new code from your service to send them.
sending-refused = Not received
sending-refused-words = These entries were not accepted. They stay on this phone. You can change them or delete them.
# $called: whose diary it was written in
sending-refused-for = Not received, written for { $called }
sending-refused-for-words = These entries were not accepted. They stay on this phone. You can open one to see why, and delete it.
sending-somebody = somebody you help
use-code = Use a new code

sending-unreadable = Entries that can no longer be read
sending-unreadable-words = Your phone damaged these before they were sent. You may want to write them again.
# $day: Saturday 21 November. $time: 2:02pm
sending-unreadable-written = Written on { $day }, { $time }

phone-title = Data on this phone
phone-words = How much there is, and how safe it is
phone-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
phone-safe = This phone is set to keep them.
phone-unsafe = This phone may clear them if it runs out of room. Entries that say “Received” are safe with your service.
phone-ask = Ask this phone to keep them
phone-ask-no = This phone did not agree. Putting Jointly on your Home Screen can help.

about-title = About Jointly
about-what = Jointly helps you keep a pain and exercise diary and follow an exercise plan that you chose. It works without the internet and sends your entries when it can.
about-not = Jointly does not find out what is wrong with you, does not watch over you and does not change your plan by itself. Nobody reads your entries right away. In an emergency call 999. If you need advice now, use NHS 111 online.
about-who-title = Who can see your entries
about-who = Your service, { $service }, keeps what you write, locked with a key made for you. It holds that key too. Nobody there opens your diary unless you share it, or in an emergency with a reason. You see who looked. Who there can open it can make a new code for your record, if you lose your phone. Whoever uses that code can see everything in it.
about-lost-title = A new phone, or a lost one
about-lost = Print recovery codes now: one of them opens your diary on a new phone. Or ask your service for a new code. A lost phone stays signed in until it is signed out: do that under “Signed-in devices” on another one, or tell your service. Set your phone to lock with a code, face or finger. If you pass it on, sign out first.
about-install-title = Put Jointly on your Home Screen
about-install = Open your browser’s menu and choose “Add to Home Screen” or “Install app”. Jointly then opens like any other app.
about-help-title = Help
about-help = Ask the person who gave you your code. They can make a new code, and show you how things work.
about-approved-title = Exercises
about-approved = No clinician has approved these exercises yet.

sign-out-title = Sign out
sign-out-words = Signing out clears Jointly from this phone. What was received stays with your service. You need a new code to come back.
# $count: entries that nobody else holds
sign-out-lose = { $count ->
    [one] If you sign out now, { $count } entry is gone for good
   *[other] If you sign out now, { $count } entries are gone for good
}
sign-out-waiting = { $count ->
    [one] { $count } entry has not been sent yet. You can send it first.
   *[other] { $count } entries have not been sent yet. You can send them first.
}
sign-out-waiting-code = { $count ->
    [one] { $count } entry has not been sent yet. A new code from your service can send it.
   *[other] { $count } entries have not been sent yet. A new code from your service can send them.
}
sign-out-refused = { $count ->
    [one] { $count } entry could not be received.
   *[other] { $count } entries could not be received.
}
sign-out-unreadable = { $count ->
    [one] { $count } entry can no longer be read.
   *[other] { $count } entries can no longer be read.
}
sign-out-wait = { $count ->
    [one] Send it now
   *[other] Send them now
}
sign-out-stay = Stay signed in
sign-out-keep = Keep it all on this phone
sign-out-anyway = { $count ->
    [one] Sign out and lose it
   *[other] Sign out and lose them
}
sign-out-offline = There is no internet, so your service cannot hear that you sign out. You can try again when you are connected, or clear only this phone now.
sign-out-only-clear = { $count ->
    [0] Clear this phone now, without internet
    [one] Clear this phone now and lose it
   *[other] Clear this phone now and lose them
}

## When to stop

stop-title = When to stop and get help
stop-intro = Stop exercising now if you have any of these:
stop-advice-title = What to do
stop-to-card = Whom to call
stop-missing = The list is not on your phone yet. Stop exercising if something feels wrong. Call 999 in an emergency, or use NHS 111 online.

