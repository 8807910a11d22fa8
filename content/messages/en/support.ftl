### The support of one person, for link workers and advisors: what stands, what was said, and what to do next.

sup-title = Support
sup-back = Diary
sup-of = Support for { $called }
sup-diary-of = Diary of { $called }
sup-them = them
sup-nobody = nobody named
sup-somebody = somebody
sup-optional = You can leave this empty.
sup-save = Save
sup-saved = Saved
sup-offline = You are not connected. Nothing was lost: all of it is still here. Try again when you are.
sup-failed = That did not work. { $reason }
sup-waiting = Not sent yet: it is on this device.
sup-missing = That is not here
sup-missing-words = It may have been removed, or the address is not complete.
# $day: Tuesday 24 November; $time: 10:30am
sup-moment = { $day }, { $time }

## Days

sup-in-days = { $days ->
    [1] Tomorrow
    [3] In 3 days
    [7] In 1 week
    [14] In 2 weeks
    [28] In 4 weeks
   *[other] In { $days } days
}
sup-day-other = Another day
sup-day-which = Which day?
sup-next = Next: { $day }.
sup-next-today = Due today.
sup-next-tomorrow = Next: tomorrow.
sup-next-late = Was due on { $day }.
sup-next-usual = Leave it as it is
sup-look-again = Look again by { $day }.

## The episode

sup-now = How it stands
sup-episode = The whole referral
sup-episode-of = Referral of { $called }
sup-episode-none = { $called } is not being supported yet.
sup-episode-over = The last support for { $called } has ended.
# $from and $to: dates
sup-episode-before = Earlier: { $from } to { $to }
sup-begin = Begin support
sup-begin-title = Begin support
sup-begin-words = Support begins with a yes. From then on the team keeps a record of what you talk about with { $called } and what you suggest. They can read who looked at it, and end it at any time.
sup-begin-agreed = I asked { $called }, and they said yes
sup-begin-agreed-needed = Ask { $called } first. Then tick that they said yes.
sup-begin-reason = Why, in a few words
# $count: times somebody rang
sup-referral-state = { $state ->
    [received] New.
    [attempted] { $count ->
        [one] Rung 1 time, nobody answered yet.
       *[other] Rung { $count } times, nobody answered yet.
    }
    [contacted] You have spoken. They have not said yes to support yet.
    [active] Support is going on.
   *[closed] Ended.
}
sup-yours = You have this in hand.
sup-owner = { $who } has this in hand.
sup-owner-none = Nobody has taken this on.
# $day: a date; $who: who referred
sup-source = { $source ->
    [practice] Referred by a GP practice on { $day } ({ $who }).
    [agency] Referred by another organisation on { $day } ({ $who }).
    [self] They came by themselves on { $day }.
   *[advisor] Referred from this team on { $day } ({ $who }).
}
sup-source-name = { $source ->
    [practice] A GP practice
    [agency] Another organisation
    [self] They came by themselves
   *[advisor] This team
}
sup-how-referred = How they came
sup-detail = { $field ->
    [source] From
    [by] Referred by
    [contact] How to reach who referred
    [reason] Reason
    [view] What the referrer thinks
    [own] What they say themselves
    [practice] GP practice
    [agreed] Agreed
    [received] Came on
    [first] First spoken with on
   *[accepted] Support began on
}
sup-agreed = { $how ->
    [asked] They were asked, and said yes
    [form] They said yes on a form
   *[self] They asked for it themselves
}
sup-take = Take this on
# $who: who has it in hand
sup-take-over = Take this over from { $who }
sup-taken = You have taken this on
sup-accept = { $called } says yes to support
sup-accepted = Support has begun
sup-next-date = Set the next date
sup-next-contact = When will you be in touch next?
sup-hand-over = Hand this over
sup-hand-over-nobody = Nobody else of the team has a name here yet.
sup-hand-over-whom = To whom?
sup-hand-over-words = What should they know?
sup-hand-over-needed = Choose who takes it on.
sup-hand-over-do = Hand over
sup-handed-over = { $who } has this in hand now
sup-signpost = Give details only (signpost)
sup-signpost-hint = You gave them details and told nobody. This is counted apart from what you suggest.
sup-signpost-name = What is it called?
sup-signpost-words = Details you gave
sup-signpost-needed = Write what it is called.
sup-signpost-kept = The signpost is saved
sup-note = Add a note
sup-note-words = Note
sup-close = End the support
sup-close-how = How did it end?
sup-close-tries = { $count ->
    [0] “Could not be reached” can be chosen after 3 tries. There were none yet.
    [one] “Could not be reached” can be chosen after 3 tries. There was 1.
   *[other] “Could not be reached” can be chosen after 3 tries. There were { $count }.
}
sup-close-words = Anything else about how it ended?
sup-close-needed = Choose how it ended.
sup-close-do = End the support
sup-helped = What helped?
sup-not-helped = What did not help?
sup-not-helped-hint = This goes to whoever referred them too: it saves the next person from trying it again.
sup-outcome = { $outcome ->
    [declined] They said no to support
    [unable] They could not be reached
    [unsuitable] This was not right for them
    [goals-met] They reached what they wanted
    [part-met] They reached some of it
    [moved] They moved away
    [disengaged] They stopped coming
    [died] They died
    [withdrawn] They ended it
    [merged] It was joined with another
   *[other] Something else
}

## Contacts

sup-contact = Record a contact
sup-contact-with = A contact with { $called }
sup-contacts = Contacts and notes
sup-contacts-none = Nothing is written down yet.
sup-contacts-more = { $count ->
    [one] 1 earlier
   *[other] { $count } earlier
}
sup-contact-save = Save this contact
sup-contact-kept = The contact with { $called } is saved
sup-contact-more = Add words, or who else was there
sup-contact-words = What was said
sup-how = How did you speak?
sup-method = { $method ->
    [phone] Phone
    [video] Video
    [in-person] In person
    [home] At their home
    [group] In a group
    [text] Text message
    [email] Email
   *[letter] Letter
}
sup-minutes = How many minutes?
sup-others = Who else was there with { $called }?
sup-other = { $who ->
    [carer] Somebody who helps them
    [interpreter] An interpreter
    [professional] A professional
   *[friend] A friend or family
}
sup-topics = What did you talk about?
sup-topic = { $topic ->
    [matters] What matters
    [pain] Pain
    [moving] Moving more
    [people] Seeing people
    [mood] Mood
    [money] Money
    [home] Home
    [work] Work
    [caring] Caring for somebody
    [food] Food
    [sleep] Sleep
    [online] Getting online
   *[other] Something else
}
sup-nobody-answered = Nobody answered
sup-nobody-answered-note = Rang, and nobody answered.
sup-attempt-kept = { $count ->
    [one] Saved: 1 try, nobody answered
   *[other] Saved: { $count } tries, nobody answered
}
sup-note-kept = Saved: nobody answered for { $called }
sup-taken-back = Taken back.
# $when: a day and a time; $who: a name
sup-step-by = { $when }, { $who }
sup-with = With: { $who }
sup-talked = Talked about: { $topics }
sup-helped-said = Helped: { $words }
sup-not-helped-said = Did not help: { $words }
sup-step = { $kind ->
    [attempt] Tried to reach them
    [contact] { $method ->
        [phone] Phone call
        [video] Video call
        [in-person] Met in person
        [home] Visit at home
        [group] Met in a group
        [text] Text message
        [email] Email
        [letter] Letter
       *[none] Contact
    }{ $minutes ->
        [0] { "" }
       *[other] , { $minutes } minutes
    }
    [accept] Said yes to support
    [signpost] Details given (signpost)
    [note] Note
    [ask] Asked something
    [close] Ended
    [withdraw] They ended it
    [message] Closing message
   *[other] Change
}

## Tasks

sup-tasks = Tasks
sup-tasks-none = Nothing to do is written down.
sup-tasks-done = { $count ->
    [one] 1 done
   *[other] { $count } done
}
sup-task-add = Add a task
sup-task-what = What is to do?
sup-task-when = By when?
sup-task-what-needed = Write what is to do.
sup-task-when-needed = Choose a day.
sup-task-save = Save this task
sup-task-ring = Ring { $called }
sup-task-check = Ask how it went
sup-task-send = Send something by post
sup-task-tick = Done
sup-task-tick-label = Done: { $words }
sup-task-done = Done: { $words }
sup-task-done-on = done on { $day }

## The record, part by part

sup-record = The record
sup-jump = Parts of the record
sup-part = { $section ->
    [about-me] About me
    [how-to-support] How to support me
    [requirements] What they need
    [travel] Getting there
    [matters] What matters to them
    [needs] Needs and worries
    [plan] Plan: goals, steps and what came of them
    [safeguarding] Keeping safe
    [risks] Risks
    [social] Home and daily life
    [services] Services and care
    [practice] GP practice
   *[consent] What they agreed to
}
sup-part-hint = { $section ->
    [about-me] What is most important for others to know about { $called }, and who is important to them.
    [how-to-support] How { $called } likes to be spoken with, what to do, and what not to do.
    [requirements] Adjustments, hearing, sight, moving about, language.
    [travel] Where { $called } can get to, and when. The search for activities begins with this.
    [matters] In their own words, as far as you can.
    [needs] What { $called } and you found that they need.
    [plan] Strengths, what was agreed and with whom, and when you look at it again.
    [safeguarding] Worries that somebody may not be safe, since when, and who was told.
    [risks] Anything that somebody who meets { $called } should know. Say so too when there is nothing.
    [social] Who they live with, work, money, and whom they care for.
    [services] Who else helps { $called }, and with what.
    [practice] Name of the practice and of the GP.
   *[consent] What { $called } agreed that others may know.
}
sup-part-none = { $section ->
    [risks] Not said yet. Write the risks, or say that there are none known.
   *[other] Not said yet.
}
sup-none = { $section ->
    [risks] No known risks
    [safeguarding] No known worries
    [needs] No needs found
    [services] No other services
   *[requirements] Nothing special needed
}
sup-part-words = Words
sup-part-words-hint = { $called } may ask to read this.
sup-part-needed = Write something first.
sup-part-fresh = Begin again from what is saved
sup-write = Write
sup-change = Change
sup-join = Join them
sup-change-label = Change: { $part }
sup-write-label = Write: { $part }
sup-join-label = Join both: { $part }
sup-two-wrote = { $count ->
    [2] Two people wrote this at the same time. Both are here. Join them into one.
   *[other] { $count } people wrote this at the same time. All are here. Join them into one.
}
sup-join-words = { $count ->
    [2] Two wrote this at the same time. Below is what each said. Make one text of both.
   *[other] { $count } wrote this at the same time. Below is what each said. Make one text of all.
}
# $who: a name; $day: a date
sup-written-by = { $who }, { $day }
sup-before = { $count ->
    [one] 1 earlier version
   *[other] { $count } earlier versions
}
sup-team-only = Only your team sees this. { $called } does not see it in the app, and it is not in what they download by themselves.
sup-consent-since = { $called } has shared this record with the team since { $day }, and can end that at any time.
# $name: an activity; $day: a date
sup-consent-told = The group of “{ $name }” was told about { $called } on { $day }. { $called } agreed to that first.
sup-consent-told-unasked = The group of “{ $name }” was told about { $called } on { $day }. Nobody wrote down that { $called } agreed.
sup-about = What { $called } says
sup-about-none = { $called } has not said yet how to reach and help them.
sup-goals-offline = You are not connected. Goals need a connection.
sup-goals-failed = The goals could not be opened.
sup-goals-unshared = { $called } does not share goals with you. You can write the plan here together.
sup-goal-change = Look at this goal
sup-goal-new = Write a goal together
sup-measures = Check-ins and scores
sup-scores = Scores at the start and now
sup-scores-none = No scores yet.
# $score: such as "Satisfied"; $value and $latest: such as "6 out of 10"; $day and $later: dates
sup-score-one = { $score }: { $value } on { $day }
sup-score-two = { $score }: { $value } on { $day }, then { $latest } on { $later }
sup-measure = Ask well-being questions
sup-measure-of = Questions for { $called }
sup-measure-which = Which questions?
sup-measure-needed = Answer one question first.
sup-measure-day = When were they answered?
sup-measure-way = How do you write this down?
sup-measure-save = Save for { $called }
sup-measure-source = Source: { $source }
sup-measure-elsewhere = Write down a score from a form that they filled in elsewhere
sup-measure-unshared = { $called } does not share check-ins with the team, or does not let you write for them. They can change that in their app, under “Who can see my diary”.
sup-travel-place = From where?
sup-travel-place-hint = The first half of a postcode, or a town. Only the first half is kept.
sup-travel-miles = How far can they go?
sup-travel-time = When?
sup-travel-also = How do they get there?
# $place: LS29; $miles: a number
sup-travel-says = From { $place }, up to { $miles ->
    [one] 1 mile
   *[other] { $miles } miles
}{ $time ->
    [morning] , in the morning.
    [afternoon] , in the afternoon.
    [evening] , in the evening.
   *[any] , at any time.
}
sup-miles = { $miles ->
    [one] 1 mile
   *[other] { $miles } miles
}
sup-time = { $time ->
    [morning] Mornings
    [afternoon] Afternoons
    [evening] Evenings
   *[any] Any time
}
