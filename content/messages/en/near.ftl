### What is on near me: groups, classes and services, found with and without signal.

near-title = What’s on near me
near-tile = What’s on near me
near-tile-words = Free and gentle classes, groups and help
near-start = Start
near-about = Classes, groups and help near you. You can look without an account.

## Where

near-where = Where?
near-postcode = Your postcode or town
near-postcode-hint = Such as LS29, or Ilkley.
# $who: phone, here or elsewhere. $service: what the service is called
near-postcode-goes = { $who ->
    [here] If you write a whole postcode, it goes to { $service } to be found. It is not kept.
    [elsewhere] If you write a whole postcode, it goes to { $service }. That may ask a postcode website, and does not say that it is you. Half a postcode stays on this phone.
   *[phone] A whole postcode stays on this phone.
}
near-postcode-wrong = We do not know that postcode or town. Write the first half of a postcode, such as LS29, or a town near you.
near-postcode-missing = We could not look that up. Connect to the internet once and try again.
near-which-place = Which one do you mean?
# $name: Newport. $region: Isle of Wight. $letters: PO
near-place-in = { $name }, { $region } ({ $letters })
near-place-letters = { $name } ({ $letters })
near-show = Show what’s on
near-my-location = Use where I am now
near-location-denied = Your phone did not tell us where you are. You can write a postcode above.
near-online-only = Only things I can do from home
# $place: LS29 or Ilkley
near-here = Near { $place }
near-here-location = Near where you were
near-here-online = From home, online or by phone
near-within = { $miles ->
    [one] Within 1 mile
   *[other] Within { $miles } miles
}
near-change-place = Change place
# $place: Near LS29
near-keep-place = Use this again: { $place }
near-kept-why = We keep what is near on this phone, so that you can look without signal.

## What and when

near-needs = What do you need?
near-needs-why = You see what says yes to these. Others may too, and do not say.
near-needs-else = What else do you need?
near-when = Days and times
near-more = More choices
near-chosen = { $count } chosen
near-days = Which days?
near-times = What time?
near-time = { $time ->
    [morning] Morning
    [afternoon] Afternoon
    [evening] Evening, from 5pm
   *[any] Any time
}
near-far = How far?
near-miles = { $miles ->
    [one] 1 mile
   *[other] { $miles } miles
}
near-order = What comes first?
near-order-near = The nearest
near-order-soon = The soonest
near-kinds = What sort of thing?
near-kind-any = Anything
near-groups = What would you like to do?
near-conditions = Good for
near-words = Find by words
near-words-hint = Such as “tai chi” or “swimming”
near-clear = Clear all choices

near-facet-free = Free
near-facet-online = Online
near-facet-in-person = In person
near-facet-step-free = Step-free
near-facet-accessible-toilet = Accessible toilet
near-facet-parking = Parking
near-facet-hearing-loop = Hearing loop
near-facet-seated = Can be done sitting
near-facet-beginners = Good for beginners
near-facet-met-at-door = Met at the door the first time
near-facet-carers = Carers welcome
near-facet-drop-in = Just turn up
near-facet-self-referral = No letter needed
near-facet-quiet = Quiet place
near-facet-women-only = Women only
near-facet-men-only = Men only
near-facet-activity = Classes and activities
near-facet-peer-support = Groups of people like me
near-facet-service = Help and advice
near-facet-back = Back
near-facet-neck = Neck
near-facet-shoulder = Shoulder
near-facet-hip = Hip
near-facet-knee = Knee
near-facet-hands = Hands
near-facet-feet = Feet
near-facet-osteoarthritis = Osteoarthritis
near-facet-inflammatory-arthritis = Inflammatory arthritis
near-facet-fibromyalgia = Fibromyalgia
near-facet-osteoporosis = Osteoporosis
near-facet-long-term-pain = Long-term pain
near-facet-falls = Falls and balance
near-facet-gentle-movement = Gentle movement
near-facet-stretch = Stretching, yoga and Pilates
near-facet-water = In the water
near-facet-walking = Walking
near-facet-strength-and-balance = Strength and balance
near-facet-aerobic = Sport that gets you moving
near-facet-cycling = Cycling
near-facet-rehabilitation = Exercise after illness or injury
near-facet-social = Dance, games and company
near-facet-talking = Talking with others
near-facet-learning = Learning something
near-facet-advice = Advice and help

## What was found

near-count = { $count ->
    [one] 1 thing found
   *[other] { $count } things found
}
near-count-many = More than { $count } things found
near-more-lines = Show more
near-instead = Nothing has the word “{ $typed }”. This is what has “{ $meant }”.
near-nothing = Nothing we know of fits all of that.
near-nothing-at-all = We know of nothing here yet.
near-nothing-at-all-words = Try a wider distance, or things you can do from home.
near-loosen = You could leave something out:
# $part: Free. $count: how many there are then
near-without = Without “{ $part }”: { $count }
near-part-days = the days
near-part-times = the time
near-part-words = your words
near-part-kinds = what sort of thing
near-part-groups = what you like to do
near-part-conditions = good for
near-wider = Within { $miles } miles: { $count }
near-failed = We could not look just now.
near-offline-elsewhere = There is no signal, and this place is not kept on your phone.
near-partly = Without signal we can only show the nearest { $count }.
# $age: today, yesterday, 3 days ago
near-kept = Kept on this phone { $age }
near-kept-offline = No signal. This was kept on your phone { $age }.
near-age = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
near-saved = Saved
near-saved-title = Saved
near-saved-link = What you saved ({ $count })
near-saved-none = You have not saved anything yet. Open something and press “Save”.

## One line

near-away = { $miles ->
    [0] Less than a mile away
    [one] About 1 mile away
   *[other] About { $miles } miles away
}
near-away-online = From home
near-free = Free
near-price-not-stated = Cost not stated
near-price-range = { $low } to { $high }
near-price-free-or = Free, or up to { $high }
# $day: Tuesday 24 November. $time: 10:30am to 11:30am
near-date = { $day }, { $time }
near-today = Today
near-tomorrow = Tomorrow
near-from-to = { $from } to { $to }
near-not-on = Not on
# $date: Tuesday 24 November, 10:30am
near-moved-from = Moved from { $date }
near-usually = Usually { $pattern }
near-no-dates = No dates stated
# $what: Hip, Knee
near-row-good-for = Good for: { $what }
near-next = Next: { $date }
near-cancelled = Cancelled
near-confirmed-group = { $days ->
    [0] Confirmed by the group today
    [1] Confirmed by the group yesterday
   *[other] Confirmed by the group { $days } days ago
}
near-confirmed-worker = { $days ->
    [0] Confirmed by a link worker today
    [1] Confirmed by a link worker yesterday
   *[other] Confirmed by a link worker { $days } days ago
}
near-read = From a list by { $publisher }, read { $age }
near-unconfirmed = Nobody has confirmed this yet
near-fading = Please check before you go.
near-hidden = Nobody has confirmed this for a long time. It may not be on any more.
near-one-offline = There is no signal, and this is not kept on your phone.
near-gone = This is not listed any more
near-gone-words = It may have ended, or nobody has said for a long time that it is right.
near-gone-saved = This is not listed any more. Check before you go.

## How often

near-runs-once = Once
near-runs-day = { $interval ->
    [one] Every day
   *[other] Every { $interval } days
}
near-runs-week = { $interval ->
    [one] Every { $days }
    [2] Every other { $days }
   *[other] Every { $interval } weeks on { $days }
}
# $which: first and third
near-runs-month = { $interval ->
    [one] On the { $which } { $days } of the month
   *[other] On the { $which } { $days }, every { $interval } months
}
near-runs-month-day = { $interval ->
    [one] On day { $days } of the month
   *[other] On day { $days }, every { $interval } months
}
near-which = { $week ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
   *[-1] last
}
near-until = until { $day }

## One listing

near-by = By { $by }
near-section-when = When
near-section-where = Where
near-section-cost = Cost
near-section-access = Getting in and taking part
near-section-who = Who it suits
near-section-contact = Contact
near-section-source = Where this comes from
near-next-dates = The next dates
near-how-often = How often
near-yes = Yes
near-no = No
near-not-stated = Not stated
near-not-stated-ask = Ask before you go if one of these matters to you.
near-address-not-stated = The address is not stated.
near-also-at = It is also at these places. Ask on which days it is where.
near-online-words = You take part from home.
near-mixed-words = You can also take part from home.
near-cost-not-stated = The cost is not stated. Ask before you go.
near-price-named = { $name }: { $price }
near-price-for = { $price } { $words }
near-to-bring = What to bring
near-good-for = Good for
near-age-range = { $has ->
    [both] Ages { $min } to { $max }
    [min] Age { $min } and over
   *[max] Up to age { $max }
}
near-ages = Ages
near-gender = { $gender ->
    [female] Women only
    [male] Men only
   *[any] Everybody
}
near-who = Who can come
near-eligibility = Who it is for
near-level = Level
near-languages = Languages
near-referral = How to join
near-referral-way = { $referral ->
    [self] You can ask to join yourself
    [professional] Somebody in health or care has to send you
   *[either] Ask yourself, or let somebody in health or care send you
}
near-places-left = { $count ->
    [0] Full
    [one] 1 place left
   *[other] { $count } places left
}
near-contact-person = Ask for { $name }
near-contact-none = No contact is stated.
near-website = Website
near-email = Email
near-phone = Phone
near-publisher = Published by { $publisher }
near-publisher-here = { $by } wrote this for { $service }.
near-licence = Licence: { $licence }

near-save = Save
near-unsave = Saved. Take it off
near-was-saved = Saved. You can open it without signal.
near-was-unsaved = Taken off what you saved.
near-share = Share
near-copied = The link is copied.
near-calendar = Add to calendar
near-calendar-all = Put every date in my calendar
near-directions = Directions
near-call = Call { $phone }
near-book = Book a place
near-opens-elsewhere = Opens another website
near-wrong = It wasn’t on, or something is wrong
near-calendar-check = Check that it is on before you go.

## It wasn't on

near-wrong-title = Tell them what was wrong
near-wrong-about = We tell whoever runs “{ $name }”. We do not say who told us.
near-wrong-what = What was wrong?
near-wrong-was-not-on = It wasn’t on
near-wrong-wrong-time = The time was wrong
near-wrong-wrong-place = The place was wrong
near-wrong-other = Something else
near-wrong-choose = Choose what was wrong first.
near-wrong-when = Which day was it?
near-wrong-words = Is there more to say?
near-wrong-words-hint = You can leave this empty. Please write nothing about your health.
near-wrong-send = Send
near-wrong-sent = Thank you. We have told them.
near-wrong-later = Thank you. There is no signal, so this phone sends it later.
near-wrong-no-signal = There is no connection. What you wrote is still here. Press “Send” again in a while.
near-wrong-waiting = { $count ->
    [one] 1 thing that you told us waits for signal. This phone sends it by itself.
   *[other] { $count } things that you told us wait for signal. This phone sends them by itself.
}

## On a map

near-map-show = Show on a map
near-map-hide = Hide the map
# $host: tiles.example
near-map-why = The map’s pictures come from { $host }. They can see about where you look.
near-map-words = Map. Move it with the arrow keys.
near-map-in = Zoom in
near-map-out = Zoom out
near-map-move = { $way ->
    [left] Move left
    [right] Move right
    [up] Move up
   *[down] Move down
}
near-map-by = Map: { $attribution }.
near-map-circle = The circle is about where you look from.
near-map-others = { $count ->
    [one] 1 thing is from home, or does not say where it is. It is in the list only.
   *[other] { $count } things are from home, or do not say where they are. They are in the list only.
}
near-map-no-signal = The map cannot be shown just now. It needs signal. The list below has the same things.
near-map-pin = { $name }, { $place }
near-map-pin-place = { $count } things at { $place }
near-map-pin-many = { $count } things close together
near-map-rough = We know only roughly where some of this is. Go by the address.
near-map-back = Back to the map
