### Whose turn it is and why, for staff whom people share their check-ins with.

case-filter = Show
# $chosen: such as "Everybody (12)"
case-filter-chosen = Show: { $chosen }
case-show = { $filter ->
    [attention] Needs attention
    [due] Due
    [overdue] Overdue
    [not-started] Not started
    [mine] I support them
    [untaken] Nobody has taken them on
    [unshared] Shares nothing
   *[all] Everybody
}
case-show-count = { $words } ({ $count })
case-none = { $filter ->
    [attention] Nobody needs attention now.
    [due] Nobody is due now.
    [overdue] Nobody is overdue.
    [not-started] Everybody who shares check-ins has started.
    [mine] You support nobody now.
    [untaken] Everybody who was referred has been taken on.
    [unshared] Everybody shares something with you.
   *[all] Nobody is here yet.
}
case-why = Why they are here
case-last-check-in = Last check-in
case-no-check-in = None yet
case-more = The list holds 300 people, and there are more. It has those you support first, then those nobody has taken on.
case-make = Make a code
case-looks = When somebody looks at this list: { $when }
case-looks-unsaid = Your service has not said when somebody looks at this list. A service lead can write it under Set-up.

## The printed rules

case-order = How this list is ordered
case-order-intro = By dates alone. What people answered is not looked at, and nobody is given a score. People come in this order:
case-rule = { $code ->
    [safety] A help card was shown and nobody has marked it as looked at. Who has waited longest comes first. Which card it was makes no difference.
    [wrote] They wrote to you and nobody has answered. Who has waited longest comes first.
    [group-wrote] A group wrote to you about them and nobody has answered. Who has waited longest comes first.
    [arrived] Nobody has taken on their referral. Who has waited longest comes first.
    [not-spoken] They were to be spoken to by a day that has passed, and have not been. Who has waited longest comes first.
    [unanswered] A group was told of them and has not answered for 5 days or more. Who has waited longest comes first.
    [group-no] A group is full or does not suit them, and nothing else that was suggested since is open.
    [missed] They missed a visit that was booked.
    [not-for-me] They said in the last 30 days that something was not for them, and nothing was suggested since then.
    [task] A task is due. The oldest comes first.
    [next] The day that was set to look at their support has come.
    [look-again] The day to look at something that was suggested has come.
    [stale] Nobody has said lately that something they go to is still on.
    [quiet] 3 check-ins or more went by.
    [overdue] A check-in is overdue. Who is overdue for longest comes first.
    [due] A check-in is due. Who has the fewest days left comes first.
    [review] The day to look at a goal again has come. Who has waited longest comes first.
    [not-started] They share check-ins and have not started. Who has waited longest comes first.
    [supported] They are being supported and nothing is due. Whose day is soonest comes first.
    [not-yet] Their next check-in is still to come. Whose day is soonest comes first.
    [other] They are on a pathway that this app does not have.
   *[finished] They have finished.
}
case-order-equal = Where two people are equal, they go by name. Who shares no check-ins with you comes last.

## Why somebody is here

# $card: what the card is called. $days: days since it was shown
why-safety = { $days ->
    [0] The help card “{ $card }” was shown today. Nobody has marked it as looked at.
    [1] The help card “{ $card }” was shown yesterday. Nobody has marked it as looked at.
   *[other] The help card “{ $card }” was shown { $days } days ago. Nobody has marked it as looked at.
}
# $contact: such as "3 weeks"
why-overdue = { $days ->
    [one] The check-in “{ $contact }” is overdue by 1 day.
   *[other] The check-in “{ $contact }” is overdue by { $days } days.
}
# $until: 29 November
why-due = { $days ->
    [0] The check-in “{ $contact }” is due. Today is the last day.
    [one] The check-in “{ $contact }” is due. 1 day is left, until { $until }.
   *[other] The check-in “{ $contact }” is due. { $days } days are left, until { $until }.
}
why-review = { $days ->
    [0] A goal is to be looked at again today.
    [1] A goal was to be looked at again yesterday.
   *[other] A goal was to be looked at again { $days } days ago.
}
why-not-started = Has not started. Has shared check-ins since { $since }.
why-not-yet = The check-in “{ $contact }” is due from { $since }.
why-other = On a pathway that this app does not have.
why-finished = Has finished.
why-unshared = Shares no check-ins with you.
# $days: days since the referral arrived
why-arrived = { $days ->
    [0] Was referred today. Nobody has taken it on yet.
    [1] Was referred yesterday. Nobody has taken it on yet.
   *[other] Was referred { $days } days ago. Nobody has taken it on yet.
}
why-not-spoken = { $days ->
    [0] Was referred today, and has not been spoken to yet.
    [1] Was referred yesterday, and has not been spoken to yet.
   *[other] Was referred { $days } days ago, and has not been spoken to yet.
}
# $days: days since they wrote
why-wrote = { $days ->
    [0] They wrote to you today.
    [1] They wrote to you yesterday.
   *[other] They wrote to you { $days } days ago.
}
# $name: what was suggested. $days: days since the group wrote
why-group-wrote = { $days ->
    [0] The group for “{ $name }” wrote to you today.
    [1] The group for “{ $name }” wrote to you yesterday.
   *[other] The group for “{ $name }” wrote to you { $days } days ago.
}
# $name: what was suggested. $days: days since the group was told
why-unanswered = Nobody has answered about “{ $name }” for { $days } days.
why-group-no = The group cannot take them for “{ $name }”. Find something else.
why-missed = { $times ->
    [one] Missed a visit to “{ $name }”.
   *[other] Missed { $times } visits to “{ $name }”, one after the other.
}
why-not-for-me = { $days ->
    [0] Said today that “{ $name }” is not for them.
    [1] Said yesterday that “{ $name }” is not for them.
   *[other] Said { $days } days ago that “{ $name }” is not for them.
}
why-task = { $times ->
    [one] A task has been due since { $since }.
   *[other] { $times } tasks are due, the first since { $since }.
}
why-next = The day to look at their support was { $since }.
why-look-again = The day to look at “{ $name }” was { $since }.
why-stale = “{ $name }” is no longer confirmed in the directory. Check that it is still on.
why-quiet = { $times } check-ins went by.
why-supported = { $since ->
    [none] Is being supported.
   *[other] Is being supported. The next thing is due on { $since }.
}
case-no-name = something that was suggested
case-support-by = Supported by { $called }
