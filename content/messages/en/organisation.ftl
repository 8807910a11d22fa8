### For those who welcome people at an organisation.

organisation-title = People sent on to you
organisation-words = You see what each person is called and what helps them. You do not see their diary.
organisation-none = Nobody yet
organisation-none-what = When somebody is sent on to you and agrees, their name shows here.
# $what: large print, a seat
organisation-helps = What helps: { $what }
organisation-helps-none = They asked for nothing special.
organisation-later = What you offer
organisation-later-words = Your activities and their times will be on this page too. Until then, tell the service about changes.
