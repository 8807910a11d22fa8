# The message that ends somebody's support: the worker's screen, and the person's own letter.

ending-link = Message at the end
ending-title = Message at the end: { $called }
ending-back = Back to the referral
ending-open = The support is still going on. End it first. Then write to whoever referred { $called }, and to { $called }.
ending-to-episode = Go to the referral

## What is missing

ending-missing = This is missing
ending-warnings = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
}
ending-missing-first = Something is missing. Look at the list at the top.

## What went already

ending-sent = Ready to send
ending-sent-words = Take the file and send it to the practice in your usual way. This app does not send it.
ending-sent-by = { $who } read both letters on { $day }.
ending-sent-before = The one before: { $who } read both letters on { $day }.
ending-pdf = Take the PDF
ending-pdf-label = Take the PDF of { $day }
ending-fhir = Take the FHIR file
ending-fhir-label = Take the FHIR file of { $day }
ending-made = { $file } is on this device. Delete it once it is sent.

## What is asked for

ending-plan = What you ask for
ending-plan-nothing = You ask for nothing so far. The message says so at its top.
ending-plan-number = Request { $number }
ending-plan-professionals = Of the practice and others
ending-plan-person = Of { $called } or a carer
ending-plan-agreed = What was agreed about it
ending-plan-add = Ask for something
ending-plan-drop = Take this out
ending-plan-drop-label = Take request { $number } out

## The words

ending-words-title = In your words
ending-summary = What happened, in short
ending-summary-hint = For the practice. It begins with what you wrote at the end and in the plan.
ending-impact = What changed for { $called }
ending-helped-title = What helped, and what did not
ending-helped-hint = Both letters say this in the same words.
ending-what-helped = What helped?
ending-what-did-not = What did not help?
ending-to-person = First words to { $called }
ending-to-person-hint = Their own letter begins with this. Write as you would speak.
ending-told = Who gets the message
ending-told-hint = One on each line. { $called } reads this too. Take out anybody who does not get it.
ending-contact = How to reach your team
ending-contact-hint = A phone number or an email address. { $called } reads this too.
ending-safeguarding = Tell the practice what the page says about keeping safe. { $called } does not read this.

## Names and numbers

ending-names-title = Names and numbers
ending-names-hint = What you change here is in this message only.
ending-field = { $field ->
    [given] First name
    [family] Family name
    [born_on] Date of birth
    [nhs_number] NHS number
    [practice] GP surgery
    [practice_code] Code of the GP surgery
    [referrer] Who referred them
    [referrer_service] Their service
    [referrer_organisation] Their organisation
   *[referrer_contact] How to reach them
}

ending-code-hint = A letter and 5 digits. V81999 if you do not know it.

## The letters

ending-letters = Read both letters
ending-behind = The letters are being written anew.
ending-print = Print this letter
ending-print-person = Print the letter to { $called }
ending-no-letter = There is no letter to somebody who has died.
ending-read = I have read both letters, and they may go
ending-read-one = I have read the letter, and it may go
ending-read-first = Read both letters first, and say so.
ending-go = Finish the message
ending-go-again = Finish the message again
ending-go-words = Your team keeps it as it is now. { $called } finds their letter in the app. You can put it right later with a new one.
ending-done = The message is ready. { $called } can read their letter.

## The person's own letter

ending-own-title = What we did together
ending-own-link = Read the letter from your team
ending-own-news = A letter for you: what you did together
ending-own-back = Your support
ending-own-offline = As this phone last heard. It looks again when there is a signal.
ending-own-none = There is no letter about this.
ending-own-print = Print this letter
