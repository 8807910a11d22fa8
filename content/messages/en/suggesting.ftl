### Suggesting something to somebody, and what becomes of it, for link workers and advisors.

sup-suggest = Suggest something
sup-suggest-else = Suggest something else
sup-suggest-to = Suggest something to { $called }
sup-suggest-kinds = What to suggest
sup-suggest-kind = { $kind ->
    [activity] Something near them
    [programme] An exercise programme
    [topic] Something to read
   *[check-in] A check-in
}
sup-suggest-this = Suggest
sup-suggest-label = Suggest { $name }
sup-suggested-already = Suggested already
sup-suggest-one = Suggest { $name }
sup-suggest-do = Suggest it to { $called }
sup-suggested = What was suggested
sup-suggested-none = Nothing that was suggested to { $called } is open.
sup-suggested-over = { $count ->
    [one] 1 that is over
   *[other] { $count } that are over
}
sup-suggested-kept = { $name } is on the phone of { $called }
sup-suggested-waits = { $name } is not sent yet: it is on this device.
sup-suggested-before = This was suggested to { $called } before, and is open. Look at it.
sup-back-to-list = Back to the list
sup-from = { $called } will read that it comes from you, { $who }.
sup-why = Why may it suit { $called }?
sup-why-hint = They read this. The group does not.
# $matters: in their own words
sup-why-matters = You said that this matters to you: { $matters }.
sup-why-needs = It has what you need: { $needs }.
sup-first-date = When could they first go?
sup-first-date-none = No date yet
sup-all-about = All about it
sup-group-here = { $by } has an account here. You can tell them, and they answer here.
sup-group-elsewhere = { $by } has no account here. You tell them yourself, and write down what they say.
sup-thing-gone = This is not here any more.
sup-things = { $count ->
    [one] 1 to choose from
   *[other] { $count } to choose from
}
sup-things-none = These are not on this device yet. Connect, and try again.
sup-things-find = Find something to read

## Looking near them

sup-where-none = Where does { $called } want to look from? It is kept on their page, for the next time.
sup-where-here = the place you chose
# $place: LS29
sup-looking-near = Near { $place }, up to { $miles ->
    [one] 1 mile
   *[other] { $miles } miles
}{ $time ->
    [morning] , in the morning.
    [afternoon] , in the afternoon.
    [evening] , in the evening.
   *[any] , at any time.
}
# $needs: "Step-free, Seats"
sup-looking-needs = { $called } needs: { $needs }.
sup-looking-change = Change what you look for
sup-found = { $count ->
    [0] Nothing fits. Look further away, or leave something out.
    [one] 1 fits
   *[other] { $count } fit
}
sup-found-many = { $count } fit, and there are more
sup-wider = Look up to { $miles } miles away
sup-without = Look without what they need
sup-shortlist = For { $called } to choose from
sup-shortlist-open = { $count ->
    [one] Shortlist: 1
   *[other] Shortlist: { $count }
}
sup-short-on = Shortlist
sup-short-off = Take off
sup-short-on-label = Put { $name } on the shortlist
sup-short-off-label = Take { $name } off the shortlist
sup-short-none = The shortlist is empty.
sup-short-from = Put together by { $who }, { $service }.
sup-short-send = { $count ->
    [one] Send it to the phone of { $called }
   *[other] Send all { $count } to the phone of { $called }
}
sup-short-print = Print
sup-short-sent = They are on the phone of { $called }

## One suggestion

sup-state = { $state ->
    [suggested] Waiting for their answer.
    [agreed] They said yes.
    [sent] The group was told.
    [seen] The group has seen it.
    [offered] The group has a place for them.
    [waiting] On the waiting list.
    [full] The group is full.
    [unsuitable] The group says it is not right for them.
    [booked] The first visit is booked.
    [going] { $visits ->
        [one] Went 1 time.
       *[other] Went { $visits } times.
    }
    [missed] Did not come last time.
   *[closed] { sup-ended }.
}
sup-ended = { $outcome ->
    [said-no] They said no
    [going-on] They go on by themselves
    [done] They finished it
    [stopped] They stopped going
    [not-suitable] It was not right for them
    [full] There was no place
    [withdrawn] Taken back
   *[other] Ended
}
sup-why-said = Why it was suggested: { $why }
sup-look-at = Look at this activity
sup-asks = { $called } asked something. Nobody has answered yet.
sup-moves = What you can do
sup-move = { $move ->
    [answer] Write down what { $called } said
    [tell] Tell the group
    [group] Write down what the group said
    [visit] { $state ->
        [booked] Change the visit
        [missed] Book another visit
       *[other] Book the first visit
    }
    [came] Write down whether { $called } went
    [message] Write a message
   *[end] It is over
}
sup-steps = What happened
sup-steps-of = Show what each side sees
sup-side = { $side ->
    [worker] Everything
    [person] What { $called } sees
   *[group] What the group sees
}
sup-side-name = { $side ->
    [person] { $called }
   *[group] The group
}
sup-made = Suggested. { $who } looks after this now.
sup-happened = { $kind ->
    [yes] { $called } said yes
    [no] { $called } said no
    [ask] { $called } asked
    [say] { $side ->
        [person] { $called } wrote
        [group] The group wrote
       *[worker] { $to ->
            [group] You wrote to the group
           *[person] You wrote to { $called }
        }
    }
    [send] The group was told
    [seen] The group has seen it
    [offer] The group offered a place
    [wait] Put on the waiting list
    [full] The group is full
    [unsuitable] The group says it is not right
    [book] First visit booked
    [been] { $called } went
    [missed] { $called } did not come
    [undo] Taken back
    [off] That date is off
    [finish] It ended
   *[withdraw] Taken back
}
sup-told-agreed = { $called } agreed to this first
sup-told-contact = How to reach them: { $contact }
sup-told-adjustments = What helps: { $words }
sup-meets = Who meets them: { $who }
sup-getting = How they get there: { $how }
sup-wear = What to wear and bring: { $what }

## Telling the group, and what it says

sup-tell-here = The group reads their name, “{ $called }”, and this. They see nothing else of them.
sup-tell-elsewhere = This group has no account here. Ring or write to them with this, then save what you told them.
sup-tell-contact = How may the group reach them?
sup-tell-contact-hint = Leave this empty if you pass messages on.
sup-tell-adjustments = What helps them
sup-tell-words = Anything else they should know
sup-tell-words-hint = Only what they need for a good welcome. Nothing about health, unless they want it known.
sup-tell-agreed = { $called } agreed that I tell them this
sup-tell-agreed-needed = Ask { $called } first. Then tick that they agreed.
sup-tell-do = Tell the group
sup-told = The group was told
sup-group-what = What did the group say?
sup-group-said = { $kind ->
    [seen] They have seen it
    [offer] There is a place
    [wait] Waiting list
    [full] They are full
   *[unsuitable] It is not right for them
}
sup-group-words = Their words
sup-group-why-hint = Why not, kindly: the person reads this.
sup-group-needed = Choose what they said.
sup-group-why-needed = Write why it is not right for them.
sup-person-words = What { $called } said
sup-person-yes = { $called } says yes
sup-person-no = { $called } says no

## The visit, and afterwards

sup-visit-when = Day and time
sup-visit-meets = Who meets them?
sup-visit-getting = How do they get there?
sup-visit-wear = What to wear and bring?
sup-visit-needed = Choose a day and a time.
sup-visit-do = Book it
sup-visit-kept = Booked: { $called } sees it on their phone
sup-came = Did { $called } go?
sup-came-say = { $came ->
    [been] They went
   *[missed] They did not come
}
sup-came-when = Which day was it?
sup-came-needed = Choose whether they went.
sup-came-kept = Saved for { $called }
sup-missed-words = A kind word to { $called }
sup-missed-hint = It goes to their phone. Change it, or leave it empty to send nothing.
sup-missed-kind = { $name } did not happen for you this time. That is all right: it is hard to start. Shall we find another day, or something else? You can write to me here.
sup-missed-next = When will you ask { $called } how they are?
sup-message-to = To whom?
sup-message-words = Your message
sup-message-hint = { $side ->
    [group] The group reads this. { $called } does not.
   *[person] { $called } reads this. The group does not.
}
sup-message-do = Send
sup-said = Sent
sup-end-words = Anything about it?
sup-end-hint = { $called } reads this.
sup-end-do = It is over
sup-withdraw = Take the suggestion back
sup-withdrawn = The suggestion was taken back
