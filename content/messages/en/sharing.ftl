# Who can see somebody's diary, and who looked.

## What and with whom

# The parts of a diary, inside a sentence
scope-pain = pain
scope-exercise = exercise
scope-checkins = check-ins
scope-notes = your own notes
scope-about = how to reach and help you
scope-referral = what you are called and what helps you
scope-support = your support

# The parts of a diary, to choose from
share-pain = Pain
share-exercise = Exercise and your plan
share-checkins = Check-ins, goals and help cards
share-notes = The notes you add in your own words

# $service: the service's name
with-team = The team at { $service }
with-person = Somebody you trust
with-organisation = A group or a centre
with-emergency = Somebody in the team
role-patient = uses Jointly too
role-carer = carer
role-advisor = advisor
role-link-worker = link worker
role-publisher = organisation
role-lead = runs the service
role-administrator = looks after the computers
role-operator = runs the computers
role-job = Jointly by itself
role-answer-link = for a group, by a link

## Who can see my diary

sharing-title = Who can see my diary
sharing-intro = Nobody sees what you write unless you share it, or in an emergency with a reason that you can read. You can stop at any time.
sharing-nobody = You do not share your diary with anybody now.
sharing-add = Share it
sharing-add-team = Share with the team
sharing-add-trusted = Share with someone I trust
sharing-add-group = Share with a group or a centre
# $count: shares that are over
sharing-over = Over ({ $count })
sharing-to-seen = See who looked

# $what: "pain and exercise"
share-sees = Can see: { $what }.
share-about = That is all you wrote under “How to reach and help you”. Your age, sex and ethnic background are in it if you gave them.
share-writes = Can also write pain down for you. It is always marked with their name.
share-writes-team = Can also write down what you tell them. It is always marked with their name.
share-may-write = They may write down what I tell them, or have written on paper
# $why: the person's own words
share-why = Why: { $why }
# $why: what the member of staff wrote
share-reason = Reason given: { $why }
# $day: 22 November 2026
share-since = Since { $day }.
share-no-end = Until you stop it.
share-until = Until { $day }.
share-ended = Ended { $day }.
share-waits = They have not used their code yet, so they see nothing.
share-support = Support is what was suggested to you, what you said to it, and what you talked about with the team.
share-support-stop = If you stop this, your support ends. The team cannot open it any more, and what was suggested to you is over. What was written down stays in your data. A group that was told of you is a share of its own in this list. You can ask for support again at any time.
share-group-stop = If you stop this, the group sees nothing of you here any more, and what they were asked about you is over. They may remember what they read.
share-stop = Stop sharing
# $who: whom it is shared with
share-stop-with = Stop sharing with { $who }
share-stopped = Stopped. { $who } can see nothing new from now on.
share-not-stopped = Still shared with { $who }.
share-code-again = Make a new code
share-emergency = Emergency: { $who } opened your diary

share-what = What may they see?
share-needs-what = Choose at least 1 thing they may see
share-how-long = For how long?
share-days-open = Until I stop it
share-days-30 = 30 days
share-days-90 = 3 months
share-days-365 = 1 year

## With the team

team-title = Shall the team at { $service } see your diary?
team-why = Then they can talk with you about how it is going.
team-about = They also see all you wrote under “How to reach and help you”. That is how to reach you, your language and what helps you. If you gave your age, sex or ethnic background, they see that too.
team-choice = You choose what they see. Everything else works the same without it.
team-who = Who may see it?
team-everybody = Everybody in the team
# $called: their name, $role: "advisor"
team-one = { $called }, { $role }
team-share = Share this
team-not-now = Not now
team-later = You can change this at any time under More, “Who can see my diary”. You can also see who looked.

## With someone I trust

trusted-title = Share with someone I trust
trusted-intro = This may be family, a friend or a carer. They use Jointly on their own phone. You can stop it at any time.
trusted-name = What do you call them?
trusted-name-hint = Their name, or “my daughter”.
trusted-needs-name = Write what you call them
trusted-what = What may they see?
trusted-write = May they write pain down for you?
trusted-write-no = No, only look
trusted-write-yes = Yes, marked with their name
trusted-why = Why do you share it? You do not have to say.
trusted-why-hint = To remind you later. They do not see this.
trusted-make = Share and make their code

## With a group or a centre

group-title = Share with a group or a centre
group-intro = This may be a class, a club or a leisure centre that works with your service. It can get ready for you.
group-see = What they will see
# $called: the person's name in Jointly
group-called = What you are called: { $called }
group-not-called = You have not said what you are called.
group-no-helps = You have not said yet what helps you.
group-nothing-else = They see nothing of your diary. If you change this later, they see the change.
group-change = Change what helps you
group-which = Which one?
group-needs-which = Choose a group or a centre
group-none = Your service does not work with a group or a centre yet. Ask your team about it.
group-all = You share with all of them now.

## The code of somebody I trust

carer-code-title = Their code
carer-code-box = Give this code to the person you trust
carer-code-1 = Give it only to them, best in person.
# $address: the web address of the service
carer-code-2 = On their own phone they go to { $address } and type it, or open the link below.
carer-code-3 = It works once.
carer-code-once = This code is shown only now. If it gets lost, make a new one.
carer-code-done = I have given it to them

## Who looked

looked-title = Who looked
looked-intro = Who opened your diary or wrote in it, and what was decided about it. Nobody can change or delete this list.
looked-intro-carer = What was done with your account, and who did it. Nobody can change or delete this list.
looked-nobody = Nobody has looked.
looked-more = Show older ones
looked-emergency = Emergency
looked-you = You
looked-system = Your service
looked-somebody = Somebody
# $called: a name. $role: what they are there
looked-who = { $called }, { $role },
looked-diary = all you share with them
# In all of these, $who: "You" or "Sam, advisor,". $what: "pain and exercise".
looked-read-support = { $who } opened your support: what was suggested to you, and your conversations.
looked-asked = You asked for support.
looked-ran-out = Your sharing ran out by itself: { $what }.
looked-referred = { $who } asked for support for you.
looked-suggested = { $who } suggested something to you.
looked-answered = You said something about what was suggested to you.
looked-supported = { $who } wrote something down in your support.
looked-read = { $who } opened your diary: { $what }.
looked-looked-at = { $who } saw that the app showed you a page about getting help.
looked-wrote = { $who } wrote in your diary.
looked-shared = { $who } shared: { $what }.
looked-withdrew = { $who } stopped sharing: { $what }.
looked-took-up = { $who } used a code that you gave out, to help you.
looked-broke-glass = { $who } opened your diary without your sharing it.
looked-joined = A phone was signed in as you.
looked-made = Your account was made.
looked-made-code = { $who } made a code for your diary.
looked-exported = { $who } downloaded a copy of your data.
looked-renamed = { $who } changed your name in Jointly.
looked-signed-in = { $who } signed in.
looked-signed-out = { $who } signed out.
looked-ended-sessions = { $who } signed out another phone.
looked-made-passkey = { $who } made a passkey.
looked-deleted-passkey = { $who } took a passkey away.
looked-made-codes = { $who } made new recovery codes.
looked-linked = { $who } began to use NHS login here.
looked-unlinked = { $who } stopped using NHS login here.
looked-proved = { $who } used a passkey to show who they are.
looked-other = { $who } did something with your account.
