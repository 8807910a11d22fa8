### People who are sent to a group, and the register of a session.

inbox-title = People sent to you
inbox-row = Who would like to come, and what you said
inbox-new = { $count ->
    [one] 1 thing is new
   *[other] { $count } things are new
  }
inbox-about = You see what each person is called and what helps them to come. Nothing else of them is here.
inbox-none = Nobody yet
inbox-none-what = When somebody would like to come to what you run, a link worker sends them here.
inbox-unanswered = Waiting for an answer
inbox-answered = Answered
# $people: 3
inbox-over-fold = Over in the last 2 weeks ({ $count })
inbox-no-name = No name given
# $days: how many whole days they have waited
inbox-waits = { $days ->
    [0] Sent today
    [one] Has waited 1 day for an answer
   *[other] Has waited { $days } days for an answer
  }
inbox-state-sent = Sent to you
inbox-state-seen = You have seen it
inbox-state-offered = You offered a place
inbox-state-waiting = On your waiting list
inbox-state-full = You are full
inbox-state-unsuitable = You said it does not suit
inbox-state-booked = A visit is booked
inbox-state-going = Comes to you
inbox-state-missed = Did not come last time
inbox-state-closed = Over
# $when: Tuesday 24 November, 10:30am
inbox-first-visit = First visit: { $when }
inbox-gone = This person is not in your list any more. They may have changed their mind.
inbox-who = Who
inbox-for = For
inbox-date = Date
inbox-date-suggested = Suggested
inbox-helps = Helps
inbox-contact = Contact
inbox-note = Note
inbox-visits = Visits
inbox-so-far = So far
inbox-nothing-yet = You have not answered yet.

## What happened, a line each. $who is a name.

inbox-step-seen = You have seen it
inbox-step-offer = You offered a place
inbox-step-wait = You put them on the waiting list
inbox-step-full = You said you are full
inbox-step-unsuitable = You said it does not suit
inbox-step-book = A visit was booked
inbox-step-been = They came
inbox-step-missed = They did not come
inbox-step-undo = A mark in the register was taken back
inbox-step-off = You cancelled or moved the date
inbox-step-no = They decided not to come
inbox-step-finish = This has ended
inbox-step-withdraw = They took it back
inbox-step-say-group = You wrote
inbox-step-say-person = They wrote
inbox-step-say-worker = The link worker wrote
inbox-step-when = { $day } · { $who }

## Answering

inbox-answer = Your answer
inbox-do-seen = We have seen it
inbox-do-offer = Offer a place
inbox-do-book = Book a visit
inbox-do-wait = Waiting list
inbox-do-full = We are full
inbox-do-unsuitable = It does not suit
inbox-said-seen = They can see that you have seen it.
inbox-said-offer = The place is offered. They and the link worker can see it.
inbox-said-book = The visit is booked. They and the link worker can see it.
inbox-said-wait = They are on your waiting list, and can see it.
inbox-said-full = They can see that you are full.
inbox-said-unsuitable = They and the link worker can see what you said.
inbox-said-say = Your message was sent.
inbox-day = Which day?
inbox-day-hint = You can leave this out.
inbox-time = What time?
inbox-meets = Who meets them, and where?
inbox-meets-hint = For example: Jo, at the front door
inbox-words = Anything else?
inbox-words-hint-offer = For example what to bring. They will read this.
inbox-words-hint-book = For example what to bring. They will read this.
inbox-words-hint-wait = For example how long it may take. They will read this.
inbox-words-hint-full = For example when there may be room. They will read this.
inbox-words-unsuitable = What would you like them to read?
inbox-words-hint-unsuitable = Say it kindly. It is about your group, not about them.
inbox-phrase = Words you can begin with
inbox-phrase-1 = Our group may be too lively for what helps you just now. We would be glad to see you later on.
inbox-phrase-2 = We do not have the right equipment or room yet to make this comfortable for you.
inbox-phrase-3 = Our group is for another age or need. Your link worker can look for one that fits you better.
inbox-phrase-4 = Please talk to your link worker first. We would like to be sure that it is safe for you here.
inbox-needs-words = Write a few words first.
inbox-needs-day = Choose a day and a time.
inbox-send = Send
inbox-leave = Not now

## A message

inbox-say = Write a message
inbox-say-to = Who is it for?
inbox-say-to-worker = The link worker
inbox-say-to-person = The person
inbox-say-words = Your message
inbox-say-hint = They read it where they see this. Please leave out anything private.

## The register

register-title = Register
register-row = Tick off who comes. It works without signal.
register-about = Open a session while you have signal. Then it works without.
register-none = No sessions these days
register-none-what = Sessions show here from a week before until 2 days after.
register-people = { $count ->
    [0] Nobody sent by a link worker is expected
    [one] 1 person expected
   *[other] { $count } people expected
  }
register-off = This date is off
register-held = Kept on this device
register-offline = You are not connected. You can tick off people in the sessions that this device keeps.
register-how = Tap a name when they come. Tap again if they did not come. A third tap takes it back.
register-first = First visit
register-came = Came
register-missed = Did not come
register-unsaid = Not ticked
register-name-first = { $name }, first visit
# For screen readers. $name: Margaret T., $state: Came
register-tap = { $name }: { $state }
register-was = { $name }: { $state }
register-undo = Undo the last tap
register-not-here = This session is not on this device. Open it once while you have signal.
register-over = This session is not in the register now. It shows from a week before until 2 days after.
register-empty = Nobody who was sent to you is expected on this date. Others may come, of course.
register-waiting = { $count ->
    [one] 1 mark waits to be sent. It is safe on this device.
   *[other] { $count } marks wait to be sent. They are safe on this device.
  }
register-all-sent = All marks have been sent.
register-sign-in = Sign in again to send what waits. It is safe on this device.
register-refused = { $name }: this could not be kept
register-refused-ok = All right
register-kept-until = The names stay on this device for this session only: until all is sent and you leave, or for 2 days.
register-privacy = Only short names are kept here. Put the device away when you have finished.
register-full = This device has no room to keep the register. Please use paper.

## An answer by a link

answer-title = A place for somebody
answer-ask = { $worker } asks for { $service }
answer-ask-nobody = { $service } asks
answer-can = Can this person come?
answer-open = Type the code that you were given
answer-code = Code
answer-offline = This needs the internet, and nothing was sent. Try again when you are connected.
answer-look = Look
answer-who = Your name
answer-who-hint = So that they know who answered
answer-once = You can answer once. If something changes later, please ring whoever gave you the link.
answer-until = This link works until { $day }.
answer-private = This is about a real person. Please keep it to yourself, and throw away the paper when you have answered.
answer-thanks = Thank you
answer-thanks-words = Your answer is on its way to them.
answer-already = This was answered already
answer-already-words = Nothing more is needed. If something has changed, please ring whoever gave you the link.
answer-choose = Choose your answer first.
answer-which = Your answer
answer-of-seen = We have it, and will be in touch
answer-of-offer = Yes, we have a place
answer-of-wait = There is a waiting list
answer-of-full = We are full
answer-of-unsuitable = It does not suit

## What people were looking for

looked-for-title = What people near you look for
looked-for-row = What was suggested near your places, and where there was no place
# $service is the service, $first and $last are days
looked-for-about = What link workers of { $service } suggested near your places from { $first } to { $last }.
# $places: names of the group's own places; $more: how many more it has there
looked-for-near = Near { $places }{ $more ->
    [0] {""}
    [one] {" "}and 1 more place
   *[other] {" "}and { $more } more places
}
looked-for-nowhere = You have no activity with a place yet. Add one, and you can see here what people near it look for.
looked-for-square = “Near” means a square of land, about 12 miles (20 kilometres) each way. The squares are the same for all groups, so that nobody can be picked out by comparing. What is online is left out.
looked-for-none = Nothing was suggested from { $first } to { $last }.
# $count is a number, or says that it is hidden
looked-for-wishes = Wishes: { $count }
looked-for-no-place = Without a place: { $count }
looked-for-other = Something else
looked-for-all = All
looked-for-means = A wish is one person who was suggested one sort of thing. “Without a place” means that a group was full, had a waiting list, or did not suit, within 4 weeks. Numbers are rounded to 5.
looked-for-hidden = few, so hidden
looked-for-star = “Few, so hidden” stands for 1 to 7 people, or for a number that would give such a one away.
