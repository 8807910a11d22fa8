### Setting a service up: for its lead and its administrator.

service-title = Your service
service-who = People
service-what = Set up
service-figures = How the service is doing
service-figures-words = Waits, who arrived, and who keeps going
service-referrers = Who refers people here
service-referrers-words = Codes for GP surgeries and other services
service-staff = Staff
service-staff-words = Who works here, and new invitations
service-organisations = Organisations
service-organisations-words = Places that people are sent on to
service-publishers = Waiting to be shown
service-publishers-words = Organisations that publish for the first time
service-codes = Codes to join with
service-codes-words = For one person, or for a poster
service-looks = Name and colours
service-helplines = Helplines
service-helplines-count = { $count ->
    [0] None yet
    [one] 1 helpline
   *[other] { $count } helplines
}
service-privacy = Privacy notice
service-accessibility = Accessibility
# $count: facts still to write
service-missing = { $count ->
    [0] Nothing is missing
    [one] 1 thing is still missing
   *[other] { $count } things are still missing
}
service-retention = How long things are kept
service-years = { $years ->
    [one] Records are kept for 1 year after the last sign
   *[other] Records are kept for { $years } years after the last sign
}
service-audit = What was done here
service-audit-words = Who did what in the service, and when
service-saved = Saved. Phones show it within a minute of being opened.
service-offline = You are not connected. This needs a connection. What you typed is still here.
service-not-proved = Nothing was changed, as you did not use your passkey. What you typed is still here.

## Name and colours

looks-name = Name of the service
looks-name-hint = At the top of every screen. At most 40 letters.
looks-name-needed = Write the name of the service
looks-brand = Main colour
looks-dark = Main colour in the dark
looks-accent = Warm colour
looks-accent-hint = For edges and marks. No words are written in it.
looks-choose = Choose: { $what }
looks-colour-form = Write a colour as # and 6 letters or numbers, such as #1f4e4a
# $ratio: a number such as 7.2
looks-contrast = { $how ->
    [good] { $ratio } to 1. Easy to read.
    [fair] { $ratio } to 1. Can be read. From 7 to 1 it is easy.
   *[faint] { $ratio } to 1. Too faint: many could not read it. It needs 4.5 to 1.
}
looks-not-readable = Change the colour that is too faint, then save.
looks-sample = This is how words look, and
looks-sample-link = a link
looks-sample-warm = This is how a kind note looks.
looks-sample-button = Log pain
looks-save = Save name and colours

## Helplines

helplines-words = People see these in the app under More, and with the cards that say when to get help. They work without signal too.
helplines-none = There are none yet.
helplines-add = Add a helpline
helplines-save = Save helplines
helplines-number = Helpline { $number }
helplines-name = Name
helplines-name-needed = Write who it is
helplines-phone = Phone number
helplines-phone-hint = Such as 0808 808 8000
helplines-phone-wrong = Use numbers, spaces, + and brackets only
helplines-way-needed = Write a phone number or a website
helplines-what = What it is for
helplines-what-hint = In one short sentence
helplines-url = Website
helplines-url-hint = It begins with https://
helplines-url-wrong = Write a whole address that begins with https://
helplines-remove = Remove
helplines-remove-this = Remove { $name }

looks-at-list = When somebody looks at the list
looks-at-list-hint = Such as: Monday to Friday, within 2 working days. People read it when the app shows them where to get help. Only promise what you can keep.
looks-at-list-save = Save when somebody looks

## What the notices need to say

facts-missing = Still missing.
facts-save = Save
facts-privacy = The privacy notice in the app is ready but for what only you know. Ask the person who looks after data where you work.
fact-privacy-controller = Who is responsible for the data
fact-privacy-controller-hint = The name of the body, and its address.
fact-privacy-contact = How to reach them
fact-privacy-contact-hint = A phone number, an e-mail and an address for letters.
fact-privacy-data-protection-officer = Your data protection officer
fact-privacy-data-protection-officer-hint = Their name or post, and how to reach them.
fact-privacy-lawful-basis = The legal ground
fact-privacy-lawful-basis-hint = On which ground of the law you keep health data.
fact-privacy-processors = Who runs the computers
fact-privacy-processors-hint = Each firm, what it does, and in which country.
fact-privacy-complaints = How to complain
fact-privacy-complaints-hint = First to you, then to the Information Commissioner.
facts-accessibility = People read this when they cannot use something in the app. Please write what is still missing.
fact-accessibility-contact = Whom to ask for help
fact-accessibility-contact-hint = For those who cannot use something in the app.
fact-accessibility-answer-within = When you answer
fact-accessibility-answer-within-hint = Such as: within 5 working days.
fact-accessibility-formats = Other forms you can give
fact-accessibility-formats-hint = Such as large print, Easy Read, audio or a call.
fact-accessibility-complaints = How to complain
fact-accessibility-complaints-hint = Whom to turn to when your answer does not help.
fact-accessibility-reviewed = When it was last looked at
fact-accessibility-reviewed-hint = The day, and who did it.

## How long things are kept

retention-words = What is older than this is deleted by itself, once a day. It cannot be brought back.
retention-record-years = Records, in years
retention-record-years-hint = Counted from the last sign of the person or of who helps them. The NHS keeps most records for 8 years.
retention-share-days = Shares that ended, in days
retention-share-days-hint = Who could see what, and until when.
retention-session-days = Old sign-ins, in days
retention-session-days-hint = Phones and computers that are signed in no more.
retention-code-days = Old codes, in days
retention-code-days-hint = Codes that are used, or too old to use.
retention-range = Write a whole number from { $least } to { $most }
retention-audit = What was done in the service is kept for as long as the service.
retention-save = Save

## Staff

invite-title = Invite somebody
invite-called = Their name
invite-called-needed = Write their name
invite-role = What do they do here?
invite-role-what = { $role ->
    [advisor] Meets people and sees what they share.
    [link-worker] Sends people on to activities, and sees what they share.
    [lead] Sets the service up. Sees no diary.
    [administrator] Sets the service up, and invites others who do. Sees no diary.
   *[other] Welcomes people at an organisation.
}
invite-make = Make an invitation
people-here = Who works here
people-none = Nobody yet.
people-no-name = No name given
people-role = { $role ->
    [advisor] Advisor
    [link-worker] Link worker
    [publisher] Welcomes people
    [lead] Service lead
    [administrator] Administrator
   *[other] Staff
}
people-state-you = this is you
people-state-invited = invited, not here yet
# $day: 21 November 2026
people-state-heard = last here { $day }
people-state-joined = joined { $day }
people-state-ended = ended { $day }
people-end = End
people-end-of = End the work of { $called } here
people-end-sure = { $called } is signed out everywhere and cannot come back with this passkey. What they wrote stays.
people-end-yes = End the work of { $called }
people-end-no = Leave it
people-ended = { $called } is signed out for good.

## Organisations

organisations-words = A leisure centre or a group that people are sent on to. It sees a name and what helps, and nothing else.
organisations-name = Name of the organisation
organisations-name-needed = Write its name
organisations-add = Add it
organisations-added = { $name } is added. Now invite somebody who works there.
organisations-here = Organisations
organisations-none = There are none yet.
organisations-nobody = Nobody there is invited yet.
organisations-invite = Invite somebody at { $name }
organisations-end = Stop working with { $name }
organisations-end-what = Everybody there is signed out for good. They see nobody any more.
organisations-end-yes = Stop working with { $name }
organisations-ended = You work with { $name } no more.
organisations-over = You work with them no more.

## What was done here

audit-words = The newest is first. It cannot be changed. What was done with one person’s record is for that person to read.
audit-none = Nothing yet.
audit-older = Show older
audit-nobody = by itself
audit-role = { $role ->
    [advisor] advisor
    [link-worker] link worker
    [publisher] at an organisation
    [lead] service lead
    [administrator] administrator
    [patient] keeps a diary
    [carer] carer
   *[other] the system
}
audit-action = { $action ->
    [listed] Looked at a list
    [made] Made a record
    [made-code] Made a code
    [invited] Invited staff
    [ended] Ended somebody’s work here
    [joined] Joined
    [set-up] Changed the set-up
    [signed-in] Signed in
    [erased] Deleted what was too old
    [restored] Brought back from a copy
    [made-organisation] Added an organisation
    [ended-organisation] Stopped working with an organisation
   *[other] Something else
}
audit-what = { $what ->
    [people] people
    [caseload] whose turn it is
    [staff] staff
    [audit] this page
    [referral] people sent on
    [person] for one person
    [service] for many people
    [invitation] an invitation
    [patient] for a new diary
    [advisor] an advisor
    [link-worker] a link worker
    [publisher] at an organisation
    [lead] a lead
    [administrator] an administrator
    [name] name
    [brand] main colour
    [brand_dark] colour in the dark
    [accent] warm colour
    [helplines] helplines
    [looks_at_list] when somebody looks at the list
    [retention] how long things are kept
    [privacy] privacy notice
    [accessibility] accessibility
   *[other] other
}
