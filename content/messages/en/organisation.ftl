### For those who welcome people at an organisation.

organisation-title = People who share with you
organisation-words = You see what each person is called and what helps them. You do not see their diary.
organisation-none = Nobody yet
organisation-none-what = When somebody shares with you, their name shows here.
# $what: large print, a seat
organisation-helps = What helps: { $what }
organisation-helps-none = They asked for nothing special.
