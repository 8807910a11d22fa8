# Somebody's own account: their phones, codes, and what they say about themselves.

needs-internet = This needs the internet, and nothing was changed. Try again when you are connected.
needs-internet-to-see = This needs the internet to show what is so now. Try again when you are connected.

## Codes

# $when: 22 November 2026, 2:02pm
code-until = Use it by { $when }.
code-copy = Copy the link
code-print = Print
code-copied = Copied.
code-not-copied = That did not work. Write the code down instead.

## Signed-in devices

devices-title = Signed-in devices
devices-intro = Each phone or computer that can open your diary is here.
device-unnamed = A phone or computer
device-this = This one
# $day: 22 November 2026
device-since = Signed in on { $day }
device-by-code = with a code.
device-by-passkey = with a passkey.
device-by-recovery = with a recovery code.
device-by-nhs-login = with NHS login.
device-by-demonstration = as a demonstration.
# $when: 22 November 2026, 2:02pm
device-heard = Last in touch { $when }
device-end = Sign it out
# $name: what the device is called
device-end-named = Sign out { $name }
device-end-others = Sign out all the others
device-ended = { $name } is signed out.
device-ended-others = All the others are signed out.
device-not-ended = It is still signed in.
device-lost-title = If you lost a phone
device-lost = Sign it out here. It can get nothing new from now on. Jointly on it clears itself when it is next connected.
device-lost-unsent = Entries on it that were not sent yet will be lost.

## Recovery codes

recovery-title = Codes for a rainy day
recovery-intro = If you lose your phone, one of these codes opens your diary on another one. Keep them on paper, away from your phone.
# $day: 22 November 2026. $count: codes that were not used yet
recovery-left = { $count ->
    [0] You have used all the codes from { $day }.
    [one] { $count } code from { $day } is left.
   *[other] { $count } codes from { $day } are left.
}
recovery-none = You have no codes yet.
recovery-replace = Making new ones ends the old ones.
recovery-make = Make 8 codes
recovery-make-new = Make 8 new codes
# $service: the service's name
recovery-made = Your 8 codes for { $service }
# $address: the web address
recovery-how = Each code works once. On a new phone, go to { $address } and type one.
recovery-once = They are shown only now. Print them, or write them down.
recovery-print = Print them
recovery-done = I have them

## Another phone

another-title = Use another phone too
another-intro = You can open your diary on another phone, tablet or computer. What you write on one shows on the other.
another-warning = Whoever uses the code sees everything. Only use it with your own devices.
another-make = Show a code
another-make-new = Show a new code
another-over = This code has ended
another-qr = A square code that opens your diary on another phone
# $seconds: 2 numbers
another-left = { $minutes }:{ $seconds } left
another-box = Or type this code
another-1 = Hold the other phone’s camera over the square, and open the link.
# $address: the web address
another-2 = Or go to { $address } there, and type the code.
another-3 = It works once.
another-to-devices = See all signed-in devices

## About me

about-me-title = How to reach and help you
about-me-intro = Leave out what you like. It works without the internet too.
about-me-who = The team sees this if you share your diary with them, or in an emergency. A group or centre that you share with sees only what helps you.
about-me-draft = This is what you had filled in before.
about-me-draft-clear = Start again
about-me-save = Save
about-me-saved = Saved.
about-part-reach = Reaching you
about-part-help = What you need
about-part-optional = Who you are
about-contact = How would you like to hear from us?
contact-phone = Phone
contact-text = Text message
contact-email = E-mail
contact-letter = Letter
contact-app = Only in Jointly
about-reach-at = Number or address for that
about-reach-at-hint = Choose one where only you read or hear it.
about-when = When is best?
about-when-hint = For example: mornings, not Tuesdays.
about-language = Which language do you like best?
about-language-hint = For example: Polish, or British Sign Language.
about-interpreter = Do you need an interpreter?
answer-yes = Yes
answer-no = No
about-adjustments = What helps you? Choose all that do.
adjust-large-print = Large print
adjust-easy-read = Easy Read
adjust-audio = Hearing it instead of reading
adjust-braille = Braille
adjust-bsl = British Sign Language
adjust-hearing-loop = A hearing loop
adjust-step-free = No steps or stairs
adjust-seated = Doing things sitting down
adjust-longer = More time
about-other-adjustments = Anything else that helps?
about-other-adjustments-hint = For example: a quiet room.
about-carer = Does somebody help you?
about-carer-hint = For example: my daughter Ann, most days.
about-matters = What matters most to you?
about-matters-hint = For example: walking to the shops again.
about-clear = Take this answer back
about-optional-why = You do not have to answer these. Everything works the same if you do not.
about-age = How old are you?
about-age-why = Asked so that exercises and advice suit your age.
age-18-24 = 18 to 24
age-25-34 = 25 to 34
age-35-44 = 35 to 44
age-45-54 = 45 to 54
age-55-64 = 55 to 64
age-65-74 = 65 to 74
age-75-84 = 75 to 84
age-85-up = 85 or over
about-sex = What is your sex?
about-sex-why = So that a service can see if it reaches all kinds of people.
sex-female = Female
sex-male = Male
sex-other = Another word
sex-not-said = I would rather not say
about-ethnicity = How do you describe your ethnic background?
about-ethnicity-hint = So that a service can see if it is fair to all.
about-postcode = What is your postcode?
about-postcode-hint = So that a service can see if it reaches people in all kinds of places. It is used for counting only.

## The same in a line each. $words: the answer

said-reach = Reach by: { $words }
said-best = Best time: { $words }
said-language = Language: { $words }
said-interpreter = Interpreter: { $words }
said-helps = What helps: { $words }
said-carer = Helped by: { $words }
said-matters = What matters most: { $words }
said-age = Age: { $words }
said-sex = Sex: { $words }
said-ethnicity = Ethnic background: { $words }
said-postcode = Postcode: { $words }

## Pages that the service completes

page-privacy = Privacy notice
page-accessibility = Accessibility statement
page-to-start = Start
page-service = your service
# Where a whole postcode goes. $who: phone, here or elsewhere. $service: what the service is called
page-whole-postcode = { $who ->
    [here] If you write a whole postcode, your phone sends it to { $service }. We look it up in our own list. Nobody else sees it, and we do not keep it.
    [elsewhere] If you write a whole postcode, your phone sends it to { $service }. If we do not know it, we ask the website postcodes.io or a copy of it. The website sees the postcode, but not that it is you. We keep its answer for up to a day, without your name, and do not write it down.
   *[phone] If you write a whole postcode, only its first half is used. The rest never leaves your phone.
}
page-not-said = (The service has not said this yet.)
