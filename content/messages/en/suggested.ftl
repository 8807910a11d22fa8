### What was suggested to somebody, what becomes of it, and asking for support: the person's side.
### In all of these, $name: what was suggested, "Chair yoga". $called: who suggested it, "Sam". $group: who runs it.

suggested-title = Suggested for you
suggested-intro = What your team thought you might like. You decide about each of them, and you can stop at any time.
suggested-none = Nothing has been suggested to you yet. You can look for yourself what is on, or ask for support.
suggested-none-near = See what’s on near me
suggested-over = Over ({ $count })
suggested-all = See all suggestions ({ $count })
suggested-missing = That suggestion is not on this phone
suggested-missing-words = It may still be on its way, or it was for somebody else.
suggested-back = Suggested for you
suggested-team = your team
suggested-team-start = Your team
suggested-group = the group
suggested-group-start = The group

## What, by whom and why. $day: "Monday 23 November"

suggested-by = Suggested by { $called } on { $day }
# $why: in the words of whoever suggested it
suggested-why = “{ $why }”

## Where it stands. $start: "Tuesday 1 December at 10:30am"

stands-suggested = It waits for your answer. There is no hurry.
stands-agreed = You said yes. { $called } will tell { $group }. You can also book or go yourself.
stands-agreed-own = You said yes.
stands-sent = { $called } told { $group } on { $day }. They have not answered yet.
stands-seen = { $group } read about it on { $day }. They have not said yet whether there is a place.
stands-offered = { $group } has a place for you.
stands-offered-start = { $group } has a place for you: { $start }.
stands-waiting = It is full for now. You are on the waiting list of { $group }.
stands-full = { $group } has no place now. { $called } will look with you for something else.
stands-unsuitable = { $group } thinks that it would not suit you. { $called } will look with you for something else.
stands-booked = Your visit: { $start }.
stands-booked-unknown = You have booked.
stands-going = { $visits ->
    [one] You have been once.
   *[other] You have been { $visits } times.
}
stands-going-own = You have done it.
stands-missed = You could not go. That happens. You can try again.
stands-said-no = You said no. That is fine.
stands-going-on = You are still going.
stands-done = You have done it.
stands-stopped = You stopped. That is fine. It helps your team to know.
stands-not-suitable = It did not suit you. It helps your team to know.
stands-withdrawn = It was taken back.
stands-withdrawn-shared = It ended when the sharing ended. You can ask for support again at any time.
stands-other = It has ended.
stands-off = The date was called off.
stands-off-start = { $start } was called off.

## What can be done next

next-answer = Say yes, ask something, or say no
next-do = Open it
next-book = Book it, or say that you went
next-wait = Look at it
next-choose = Take the place, or ask something
next-ask = Ask when it is, or book it
next-prepare = See how your first visit will be
next-tell = Say how it went
next-again = Write to your team, or try again
next-go-on = Say when you go again, or when it ends
next-look = Look back at it

# $words: what the group wrote
stands-words = “{ $words }”

reply-title = Would you like to try it?
reply-yes-please = Yes, I would
reply-ask = Ask something
reply-no-thanks = No, thank you
reply-no-words = No is fine. You do not have to say why.
reply-no-later = You said no, and nothing more happens. If you want, you can tell { $called } why. You do not have to.
answered-yes = You said yes to { $name }.
answered-no = You said no to { $name }. That is fine.
answered-book = Your visit is noted.
answered-been = Noted: you went.
answered-missed = Noted: you could not go. That happens.
answered-finish = Noted.
answered-ask = Your question is on its way.
answered-say = Your message is on its way.

do-title = What would you like to do?
do-take = Take this place
do-book = I have booked
do-book-title = When is your visit?
do-book-day = Day
do-book-time = Time
do-book-save = Save my visit
do-book-needs = Choose a day and a time
do-been = I went
do-been-again = I went again
do-been-own = I have done it
do-missed = I could not go
do-finish = It has ended, or I have stopped
do-finish-title = How is it now?
do-finish-going-on = I still go, and need no more help with it
do-finish-done = It is finished
do-finish-stopped = I have stopped
do-finish-not-suitable = It did not suit me
do-finish-words = Anything you want to say about it? You do not have to.
do-finish-words-hint = Your team reads it.
do-finish-save = Save this
do-finish-needs = Choose one of these
do-programme = Look at this programme
do-topic = Read it
do-check-in = Go to your check-ins

## The first visit

visit-title = Your visit
visit-title-offered = If you take the place
visit-when = When
visit-where = Where
visit-meets = Who meets you
visit-getting = Getting there
visit-wear = What to wear and bring
visit-not-said = Not said yet. You can ask.
visit-calendar = Put it in my calendar
visit-directions = Directions
visit-about = About this activity
visit-calendar-words = Check with { $group } before you go.
# $at: "Tuesday 1 December", $time: "10:30am"
visit-start = { $at } at { $time }

## Messages

thread-title = Messages
thread-none = No messages yet.
thread-not-live = It is not watched live. Answers can take some days.
thread-whom = Who is it for?
thread-to-worker = { $called } and the rest of the team
thread-to-group = { $group }
thread-only-worker = Who reads it: { $called } and the rest of the team. { $group } does not see it.
thread-only-team = Who reads it: { $called } and the rest of the team.
thread-question = What would you like to ask?
thread-words = Your message
thread-needs = Write something first
thread-ask-send = Send my question
thread-send = Send
# Who wrote to whom
thread-mine-worker = You to { $called }
thread-mine-group = You to { $group }
thread-theirs = { $who }

## Every step. $who: "You", "Sam" or "Thornbeck Movers". $day: "Monday 23 November"

steps-title = What has happened so far
happened-you = You
happened-suggest = { $who } suggested it
happened-yes = You said yes
happened-no = You said no
happened-ask = You asked something
happened-say = { $who } wrote
happened-send = { $who } told { $group }
happened-send-agreed = You agreed to that first
happened-seen = { $group } read about it
happened-offer = { $group } has a place for you
happened-wait = { $group } put you on the waiting list
happened-full = { $group } said that it is full
happened-unsuitable = { $group } thought that it would not suit you
happened-book = A visit was booked
happened-book-start = A visit was booked: { $start }
happened-been = You went
happened-missed = You could not go
happened-off = The date was called off
happened-finish = It ended
happened-withdraw = It was taken back
happened-withdraw-person = It ended when you stopped sharing
happened-withdraw-service = It ended when your sharing ran out
happened-undo = What was noted last was taken back
happened-other = Something changed
# What came too late to count: $answer is yes, no, book, been, missed, finish or withdraw
happened-late = You said “{ $answer ->
    [yes] yes
    [no] no
    [book] I have booked
    [been] I went
    [missed] I could not go
   *[finish] it has ended
}”. It had changed by then, so { $called } got it as a message.
happened-unsent = Not sent yet

## Today

today-off = { $name }: a date was called off
today-new = { $count ->
    [one] 1 suggestion waits for you
   *[other] { $count } suggestions wait for you
}
today-off-going = One of its dates does not take place. Look when it is on before you go.
today-off-dates = See its dates
today-off-look = See what you can do
news-count = { $count ->
    [one] 1 new thing about what was suggested to you
   *[other] { $count } new things about what was suggested to you
}
news-count-words = Answers and messages

## What is new, in a list

news-title = What is new
news-intro = What others said or did about what was suggested to you.
news-none = Nothing yet. When somebody answers you, it stands here.
news-offline = As this phone last heard. It looks again when there is a signal.
news-new = New
news-all = See what is new, and what was
news-something = something suggested to you
news-support-refer = Your team put you down for support
news-support-suggest = Something new was suggested: { $name }
news-support-send = { $group } was told about you: { $name }
news-support-seen = { $group } read about you: { $name }
news-support-offer = There is a place for you: { $name }
news-support-wait = You are on the waiting list: { $name }
news-support-full = It is full: { $name }
news-support-unsuitable = It would not suit you, they think: { $name }
news-support-book = A visit is booked: { $name }
news-support-off = A date was called off: { $name }
news-support-on = A date takes place again: { $name }
news-support-say = A message for you: { $name }
news-support-missed = A visit that did not happen: { $name }
news-support-been = Noted that you went: { $name }
news-support-finish = It has ended: { $name }
news-support-withdraw = It was taken back: { $name }
news-other = Something changed: { $name }

## Asking for support

own-support-title = Ask for support
own-support-intro = A link worker can help you find what makes life easier: a group, a walk, somebody to talk to, help with money or getting about. It is free.
own-support-next-title = What happens next
own-support-next-1 = Your request goes to the team at { $service }.
own-support-next-2 = Somebody gets in touch with you. Mostly that is within 2 working days.
own-support-next-3 = You talk about what matters to you. Then you decide together.
own-support-shared-title = What they see
own-support-shared-1 = What you write here.
own-support-shared-2 = What you wrote under “How to reach and help you”.
own-support-shared-3 = What they suggest to you, your answers and your conversations.
own-support-shared-not = Your diary is not shared by this. You can stop at any time under “Who can see my diary”.
own-support-words = What would help you? You do not have to say.
own-support-words-hint = A few words are enough.
own-support-agree-title = Do you agree?
own-support-agree = I agree that the team supports me and keeps a record of it
own-support-agree-needs = Tick that you agree, or leave this page
own-support-ask = Ask for support
own-support-asked-now = You have asked for support.
own-support-again = Ask for support again
# $day: "3 May 2026". $referrer: "Dr Shah"
own-support-asked = You asked on { $day }.
own-support-referred = { $referrer } asked for you on { $day }.
own-support-referred-team = Your team began to support you on { $day }.
own-support-nobody = { $days ->
    [0] Nobody has answered yet. You asked today.
    [one] Nobody has answered for 1 day.
   *[other] Nobody has answered for { $days } days.
}
own-support-nobody-yet = { $days ->
    [0] Somebody will get in touch with you.
    [one] Nobody has been in touch for 1 day.
   *[other] Nobody has been in touch for { $days } days.
}
own-support-nobody-call = If it takes too long, call the team. You find the number under More.
own-support-has = { $called } has it in hand.
own-support-tried = { $count ->
    [one] They tried to reach you once.
   *[other] They tried to reach you { $count } times.
}
own-support-reach = Is the way to reach you still right?
own-support-spoke = You first spoke on { $day }.
own-support-runs = You are being supported.
own-support-closed = It ended on { $day }.
own-support-wrote = You wrote
own-support-stop = Stop sharing this
own-support-before = Before
own-support-offline = As this phone last heard. It looks again when there is a signal.
