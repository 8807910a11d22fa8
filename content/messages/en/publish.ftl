### For organisations that publish what they run, and for the service that looks at it first.

publish-title = What you run
publish-about = People near you find what you write here. Keep it right, so that nobody goes for nothing.
publish-new = Add something you run
publish-go-on = Go on with what you began
# $name: Sore hands group
publish-unfinished = Not finished, kept on this phone: { $name }
publish-no-name = no name yet
publish-more = More
publish-listings = All that you run
publish-none = Nothing yet
publish-none-what = Add a group, a class or a service. It takes about 5 minutes.
publish-all-asked = All of it is above.
publish-not-approved = Nobody else sees this yet
publish-not-approved-words = The service looks at what a new organisation writes. Once it says yes, people find it.
publish-gone = This is not among what you run.
# $day: Tuesday 27 October
publish-next = Next: { $day }
publish-next-none = No dates to come
publish-state-draft = Draft. Only you see it.
publish-state-waiting = Waits for the service to say yes.
publish-state-shown = People can find it.
publish-state-fading = People can find it, with a warning: nobody has said for a while that it is right.
publish-state-hidden = Hidden, because nobody said for a long time that it is right.
publish-state-over = People no longer find it.
publish-state-ended = Its last date has passed, so people no longer find it. You can use it again for a new term.

## Still correct?

publish-correct-title = Still correct?
publish-correct-why = One tap tells people that they can trust it. We ask about as often as it runs.
publish-correct-yes = Yes, still correct
publish-correct-yes-of = Yes, still correct: { $name }
publish-correct-no = No, change it
publish-correct-no-of = No, change it: { $name }
publish-confirmed = Thank you. { $name } is shown as right.

## One listing

publish-change = Change it
publish-change-words = Times, place, cost and all the rest
publish-change-title = Change it
publish-dates = Single dates
publish-dates-words = One is off, or at another time
publish-again = Use it again
publish-again-words = For a new term, with a new first day
publish-see = See it as people do
publish-see-words = Its page under “What’s on near me”
publish-hide = Take it out of sight
publish-publish = Publish it
publish-delete = Delete it for good
publish-delete-what = It goes with its dates, its contact and what people said about it. Nobody can bring it back.
publish-delete-instead = If you may need it again, take it out of sight instead.
publish-delete-yes = Delete { $name }
publish-deleted = { $name } is deleted.
publish-was-published = { $name } is published.
publish-was-hidden = { $name } is a draft now. Only you see it.
publish-was-kept = { $name } is kept as a draft.

## The form

publish-step = Step { $step } of { $steps }
publish-step-what = What it is
publish-step-when = When it is on
publish-step-where = Where it is
publish-step-cost = What it costs
publish-step-access = Getting in and taking part
publish-step-who = Who it suits
publish-step-come = How people come
publish-step-look = Look at it
publish-next-step = Next
publish-step-back = Back
publish-keep = Keep as a draft
publish-to-look = Go to the end
publish-save = Save the change
publish-kept-here = Kept on this phone. Go on with it when you like.
publish-restored = This is what you wrote before. It has not been sent.
publish-start-again = Start again

publish-name = What is it called?
publish-name-hint = Such as “Chair yoga” or “Sore hands group”
publish-kind = What sort of thing is it?
publish-kind-activity = A class or an activity
publish-kind-peer-support = A group of people who help each other
publish-kind-service = Help or advice
publish-summary = What happens there?
publish-summary-hint = Write as you would tell a friend. What do people do, and what is the first time like?

publish-timed = Does it have set times?
publish-timed-yes = Yes, on set days
publish-timed-no = No, people get in touch first
publish-often = How often is it on?
publish-often-once = Once
publish-often-week = { $interval ->
    [1] Every week
   *[other] Every { $interval } weeks
}
publish-often-month = { $interval ->
    [1] Each month
   *[other] Every { $interval } months
}
publish-day = Which day is it?
publish-first = Which is the first day?
publish-first-hint = We count the weeks from this day.
publish-start = Starts at
publish-end = Ends at
publish-days = On which days?
publish-weeks = Which ones in the month?
publish-week = { $week ->
    [1] First
    [2] Second
    [3] Third
    [4] Fourth
   *[-1] Last
}
publish-last = Which is the last day?
publish-last-hint = Leave it empty if it just goes on.
publish-not-on = { $count ->
    [0] Days when it is not on
    [one] Not on 1 day
   *[other] Not on { $count } days
}
publish-not-on-day = A day when it is not on
publish-not-on-add = Add this day
publish-not-on-added = Not on { $day }
publish-not-on-remove = Remove { $day }
publish-remove = Remove
publish-sum-none = That makes no dates in the next 12 weeks.
publish-time-number = Time { $number }
publish-time-add = Add another time
publish-time-remove = Remove time { $number }

publish-attendance = Where do people take part?
publish-attendance-in-person = In a place
publish-attendance-online = From home, online or by phone
publish-attendance-mixed = Both
publish-where-name = Name of the place
publish-where-street = Number and street
publish-where-town = Town
publish-where-postcode = Postcode
publish-postcode-hint = Such as LS1 1UR
publish-getting-in = How do people get in?
publish-getting-in-hint = Such as “Ring the bell at the side door. There is a lift.”
publish-join-url = Link to join
publish-join-url-hint = People see it, so leave it empty if they should ask you first.

publish-cost = What does it cost?
publish-cost-free = It is free
publish-cost-paid = It costs money
publish-cost-not-said = I would rather not say
publish-cost-not-said-words = People then read “Cost not stated”, and those who look for free things do not find it.
publish-pounds = Pounds
publish-pounds-hint = Such as 3 or 2.50
publish-cost-for = For what?
publish-cost-for-hint = Such as “with a leisure card”
publish-cost-add = Add another price
publish-cost-remove = Remove the last price

publish-access-words = Say yes or no only where you know. What you do not say is shown as “Not stated”.
publish-answer-yes = Yes
publish-answer-no = No
publish-answer-not-said = Not said

publish-conditions = Who is it good for?
publish-conditions-hint = Choose those that you know how to help.
publish-groups = What do people do there?
publish-groups-hint = Choose 4 at most.
publish-activity = Which activity is it?
publish-activity-hint = Other websites find it by this name.
publish-activity-none = None of these
publish-gender = Who can come?
publish-who-more = Ages, languages and more
publish-min-age = Youngest age
publish-max-age = Oldest age
publish-eligibility = Is it only for some people?
publish-eligibility-hint = Such as “People who live in Leeds”
publish-to-bring = What should people bring?
publish-capacity = How many people fit?
publish-languages = Which languages are spoken?
publish-languages-hint = With commas, such as “English, Polish”

publish-referral = How do people join?
publish-contact-words = Everybody can read what you write here. Use a work number, not your own.
publish-come-contact = Who do they ask for?
publish-come-phone = Phone
publish-come-email = Email
publish-come-url = Website
publish-come-booking-url = Website to book a place

publish-looks = This is how people see it
publish-looks-whole = See the whole page
publish-look-change = Change a part
# $step: What it is
publish-look-missing = Something is missing in “{ $step }”. Once it is there, you can look at it here and publish it.

publish-needs-name = Write what it is called
publish-needs-kind = Choose what sort of thing it is
publish-needs-summary = Write what happens there
publish-needs-plain = Leave out the signs < and >
publish-needs-every = Choose how often it is on
publish-needs-first = Choose a day
publish-needs-start = Choose when it starts
publish-needs-end = Choose an end after the start
publish-needs-days = Choose at least one day
publish-needs-weeks = Choose at least one
publish-needs-last = The last day comes after the first
publish-needs-where = Write this, so that people get there
publish-needs-postcode = Write a whole postcode, such as LS1 1UR
publish-needs-web = Write a website, such as www.hands.example
publish-needs-pounds = Write pounds as a number, such as 2.50
publish-needs-number = Write a whole number that fits
publish-needs-phone = Write a phone number in numbers
publish-needs-email = Write an email address, such as hello@hands.example
publish-needs-charity = Write the number as on the register, such as 1234567

## Single dates

publish-dates-about = These are the next 12 weeks. Change one date here, and the others stay.
publish-dates-none = No dates in the next 12 weeks.
publish-date-cancel = Cancel
publish-date-cancel-of = Cancel { $day }
publish-date-cancel-yes = Cancel this date
publish-date-move = Move
publish-date-move-of = Move { $day }
publish-date-move-yes = Move this date
publish-date-usual = As usual again
publish-date-usual-of = As usual again: { $day }
publish-date-leave = Leave it as it is
publish-date-to-day = On which day instead?
publish-date-why = Words for people
publish-date-why-hint = Such as “The hall is shut”. You can leave it empty.
publish-date-was-cancelled = Cancelled: { $day }
publish-date-was-moved = Moved: { $day }
publish-date-was-usual = As usual again: { $day }

## Who the organisation is

publish-profile = About your organisation
publish-profile-words = Who you are, and how to reach you
publish-profile-about = People read this beside what you run. It stands in for what one of them leaves out.
publish-profile-description = Who are you?
publish-profile-description-hint = In a few words, for somebody who has never heard of you.
publish-profile-phone = Phone
publish-profile-email = Email
publish-profile-url = Website
publish-profile-charity = Charity number
publish-profile-save = Save
publish-profile-saved = Saved. It shows beside all that you run.
publish-profile-none = They have not said yet how to reach them.
publish-charity = Charity { $number }
publish-people = People who share with you
publish-people-words = What they are called and what helps them

## For websites and calendars

publish-elsewhere = For your website and calendars
publish-elsewhere-words = Addresses to copy, and your list for another website
publish-elsewhere-about = Copy these for people, or for whoever looks after your website. What you change here changes there too.
publish-elsewhere-one = Link and calendar to share
publish-elsewhere-one-words = For a leaflet, a message or a calendar
publish-elsewhere-not-yet = These work once people can find it.
publish-elsewhere-page = Its page
publish-elsewhere-page-words = Anybody who opens this sees all about it, and needs no account.
publish-elsewhere-calendar = Its calendar
publish-elsewhere-calendar-all = The calendar of all that you run
publish-elsewhere-calendar-words = Add this address to the calendar of a phone or computer. It then has every date, and shows when one is off. Look for “subscribe” or “from a web address”.
publish-elsewhere-list = Your list, for your own website
publish-elsewhere-list-words = Whoever looks after your website puts this into a page. Your list then shows there, and is always up to date.
publish-elsewhere-list-page = The list by itself
publish-elsewhere-list-page-words = A plain page of what you run, to link to.
publish-elsewhere-rss = What is new
publish-elsewhere-rss-words = An RSS address, for newsletters and websites. It tells what is new or has changed at all organisations here.
publish-elsewhere-data = For other directories
publish-elsewhere-data-words = Give them these if they ask. The first lists classes. The second lists all that you run, groups too. Their computers read it from there.
publish-elsewhere-copy = Copy
# $what: Its calendar
publish-elsewhere-copy-of = Copy: { $what }
publish-elsewhere-copied = Copied.
publish-elsewhere-not-copied = It could not be copied. Hold your finger on it, and choose “copy”.
publish-elsewhere-open = Open it
# $what: Its calendar
publish-elsewhere-open-of = Open it: { $what }

## Reports

publish-reports = What people said was wrong
publish-reports-words = “It wasn’t on”, and what came of it
publish-reports-about = Somebody went and something was wrong. Put it right, then say here what you did.
publish-reports-about-staff = What people and the team said was wrong. Whoever runs it sees it too.
publish-reports-none = Nobody said that anything was wrong.
publish-reports-open = { $count ->
    [one] 1 report to answer
   *[other] { $count } reports to answer
}
publish-report-on = On { $day }
publish-report-words = “{ $words }”
# $age: today, 3 days ago
publish-report-by-staff = Said by the team { $age }
publish-report-by-public = Said by somebody { $age }
publish-report-answer = What came of it?
publish-report-put-right = It is right now
publish-report-was-right = It was right
publish-report-noted = Nothing to be done
publish-report-answered = Thank you. That is noted.
publish-report-came-put-right = Put right.
publish-report-came-was-right = It was right as it was.
publish-report-came-noted = Noted.

## For the service

publish-waiting-about = These organisations write here for the first time. Nobody finds what they run until you say yes. Later changes need no yes.
publish-waiting-none = Nobody waits.
publish-approve = Show what { $name } runs
publish-approved = People now find what { $name } runs.
