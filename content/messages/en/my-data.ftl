# Somebody's data: to have it, to print it, to see it gone.

my-data-title = Your data
my-data-have = Have a copy
my-data-have-words = All that your service holds about you, with who looked and whom you share with.
my-data-csv = Download a spreadsheet (CSV)
my-data-json = Download everything (JSON)
# $file: the name of the file
my-data-made = Saved as { $file }.
my-data-made-here = There is no connection just now, so { $file } is this phone’s own copy of your diary. Who looked and whom you share with are not in it.
my-data-paper = On paper
my-data-end = End it

## Printable summary

summary-title = Summary of my diary
summary-row = Your diary in plain words, to print or show
summary-what = Made from what is on this phone. You can print it, or save it as a PDF.
summary-range = How far back?
summary-weeks = { $weeks } weeks
summary-all = Everything
summary-print = Print it
# $called: the person's name, or nothing
summary-of = { $called } · { $service } · { $date }
summary-about = About you
summary-plan = Plan
summary-days = Day by day
summary-nothing = Nothing was written in this time.

## Paper diary

paper-title = Paper diary
paper-row = A sheet for 1 week, to fill in by hand
paper-what = Print a sheet for each week. Ring a number for pain, and tick a box for each exercise.
paper-then = Your team or a carer can copy it into Jointly for you. It is then marked “from paper”.
paper-print = Print the sheet
paper-sheet = The sheet
paper-head = My week. Name: ______________________________ Week from: ____ / ____ / ________
paper-pain-morning = Pain, morning
paper-pain-evening = Pain, evening
paper-notes = Notes
paper-box = A box to tick
# $times: 9am and 6pm
paper-times = Times: { $times }.
paper-foot = Ring 1 number: 0 is no pain, 10 is the worst. Tick what you did. Leave out what you like.

## Delete my account

delete-title = Delete my account
delete-row = What goes, what is kept and why
# $service: the service's name
delete-before = If you only want to stop, sign out: then nothing is lost. Here you take all of it away, from { $service } and from your phones.
delete-goes = What goes
delete-goes-diary = Your diary and your plan. The key that locks them is destroyed, so nobody can read them again.
delete-goes-about = What you are called, and what you said about yourself.
delete-goes-sharing = Everything you shared.
delete-goes-phones = Your sign-in on every phone. They clear themselves when they are next connected.
delete-stays = What is kept, and why
delete-stays-audit = A list of who did what and when, without your words or name. The law asks services to be able to show it.
delete-stays-id = A number that stood for you, so that no old backup can bring your diary back.
delete-stays-paper = What your service wrote in its own notes, outside Jointly. Ask them about that.
delete-download-first = Have a copy first
delete-no-way-back = This cannot be undone
# The word that has to be typed, in small letters
delete-word = delete
# $word: the word to type
delete-type = To delete everything, type the word { $word }
delete-needs-word = Type the word { $word }, or keep your account
delete-do = Delete my account
delete-keep = Keep my account
delete-unheard = There was no answer, so it is not certain that your account was deleted. Try again when you are connected.
delete-done = Your account is deleted
delete-done-words = Your diary is gone from this phone and can no longer be read at your service.
delete-to-start = Go to the start
