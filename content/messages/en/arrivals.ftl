## The list of referrals that nobody has taken yet.

arrivals-title = New referrals
arrivals-none = Nobody is waiting to be taken on.
arrivals-write = Write down a referral
arrivals-link = New referrals: { $count }
arrivals-link-words = { $days ->
    [0] The first came today.
    [1] One has waited for 1 day.
   *[other] One has waited for { $days } days.
  }
arrivals-waits = { $days ->
    [0] Came today
    [1] Waiting for 1 day
   *[other] Waiting for { $days } days
  }
arrivals-late = Past the day on which it was to be looked at
arrivals-from-practice = from a GP surgery
arrivals-from-agency = from another service
arrivals-from-advisor = from an advisor
arrivals-from-self = they asked themselves
arrivals-from-named = from { $name }
arrivals-nobody = Somebody
arrivals-reason = Why
arrivals-born = Date of birth
arrivals-nhs = NHS number
arrivals-phone = Phone
arrivals-postcode = Postcode
arrivals-number = Receipt number
arrivals-take = Take on
arrivals-take-whom = Take on { $called }
arrivals-taken = You took on { $called }.
arrivals-maybe = May be the same as { $called }
arrivals-alike-nhs = The same NHS number
arrivals-alike-born = The same date of birth and last name
arrivals-busy = They are being supported now.
arrivals-only-you = We cannot tell. Ask them, or look at both.
arrivals-look = Open { $called }’s page
arrivals-same = The same person
arrivals-not-same = Not the same
arrivals-sure = Join { $new } to { $known }? Their records become one. This cannot be undone.
arrivals-join = Yes, join them
arrivals-keep = No, keep both
arrivals-joined = The referral is { $called }’s now.
arrivals-apart = They stay two people.
