### What the server says to people: refusals and errors. No sentence ever repeats what somebody wrote.

## An entry that could not be kept. It stays on the phone with this reason.

refused-not-yours = This belongs to somebody else’s record, so it was not kept there.
refused-id-reused = Something else was already kept under this entry’s number. Please write it again.
refused-other-kind = This entry was first kept as something else. Please write it again.
refused-stays = A note that a help card was shown stays in the diary, so it was not deleted. Deleting the account deletes it too.
refused-unknown-kind = This app is newer than our server. Your entry stays on this phone and will be sent later.
refused-unknown-field = This entry holds something our server does not know. It stays on this phone.
refused-malformed = This entry is damaged, so we could not keep it. Please write it again.
refused-date-out-of-range = That date is too far away. Please choose a day in the last 10 years, up to today.
refused-bad-value = We could not keep this. Please look again at { $what }.
refused-label-score = the pain score: it goes from 0 to 10
refused-label-pain = the pain during exercise: it goes from 0 to 10
refused-label-effort = the effort: it goes from 0 to 10
refused-label-regions = the places that hurt: 30 at most
refused-label-note = the note: it can have up to 4,000 letters
refused-label-level = the level: it goes from 1 to 9
refused-label-days = the days and times of the plan
refused-label-other = the answers

## A request that was refused.

error-code-unknown = We do not know that code. Check each letter and number, or ask for a new one.
error-code-used = That code has been used. Ask for a new one. If you have a record here, ask for a code that opens it again.
error-code-expired = That code is too old. Ask for a new one.
error-too-many-tries = There were too many tries. Wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }, then try again.
error-no-such-person = We could not find that person.
error-signed-out = You are signed out. Nothing on this phone is lost. Sign in with a new code to send it.
error-revoked = This phone was signed out from another one, so what it held was cleared.
error-stale-token = Your sign-in has changed. Please try that again.
error-account-ended = This sign-in was ended. Ask whoever runs your service.
error-needs-proof = Please show that it is you, with your passkey. Then try again.
error-needs-passkey = You need a passkey for this. Ask whoever runs your service for an invitation.
error-ceremony-over = That took too long, or began somewhere else. Please start again.
error-passkey-refused = That passkey was not accepted. Please try again, or use another one.
error-passkey-known = That passkey is in use already.
error-no-such-passkey = That passkey is not yours, or was deleted already.
error-no-such-device = That device is not yours, or was signed out already.
error-last-passkey = This is your only passkey. Add another one before you delete it.
error-erased = This record was deleted. Nothing of it is kept.
error-not-allowed = You cannot do that with this sign-in.
error-no-such-share = We could not find what you shared. It may have ended already.
error-shares-nothing = They share nothing with you. Open their page first: ask them to share it or, if you must, open it and say why.
error-share-empty = Choose at least one thing to share.
error-share-end = Choose an end from tomorrow on, and at most 5 years away.
error-share-many = You share a lot already. Stop sharing something first.
error-share-other = That was shared in another way and has ended. Please share again.
error-share-taken = Somebody has used that code already. Stop sharing with them first if you want to give it to somebody else.
error-not-for-you = That code is not one for helping somebody, or it is your own.
error-entry-refused = { $reason }
error-not-a-sync = The app sent something our server could not read. Nothing was lost. Please update the app.
error-too-many-entries = The app sent too much at once. At most { $limit } entries can be sent at a time.
error-too-big = That is too much to send at once. Nothing was changed.
error-bad-gzip = What was sent arrived damaged. It will be sent again.
error-wrong-type = The server only takes JSON here.
error-other-site = Another website asked for this, so we did not do it.
error-bad-request = Something in the form is not right. Please look at it again.
error-not-found = There is nothing at this address.
error-no-room = Our server is full at the moment. What you wrote is safe on your phone and will be sent later.
error-nhs-login-unreachable = We could not reach NHS login. Please try again later.
error-try-later = Our server cannot answer just now. What you wrote is safe on your phone.
error-broken = Something went wrong on our side. What you wrote is safe on your phone.

## Setting the service up.

error-too-faint = The colour { $colour } is too faint to read. Please choose one that stands out more.
error-publisher-of-what = That role and that organisation do not go together.
error-no-such-organisation = We could not find that organisation.
error-no-such-activity = We do not know that activity. Choose one from the list.
error-first-day-too-far = That first day is too far away. Choose one from 2020 on, and at most 2 years ahead.
error-last-day-too-far = A day is too far away. Choose days from 2020 on, and at most 10 years ahead.
error-moved-too-far = That is too long ago or too far away. Choose a day from today on, and at most 2 years ahead.
error-too-long = That is more than a day long. Please look at the end again.
error-too-many-listings = You have 500 here already. Delete some that you do not need first.
error-no-such-date = It does not run on that date, so there is nothing to change.
error-known-already = Others have said so too, so whoever runs it knows. Thank you.
error-no-such-report = We could not find that report, or it has been answered.
error-no-such-postcode = We do not know that postcode. Check it, or write the first half of it.
error-no-such-calendar = This calendar is not here any more. Make a new link in the app.
error-no-such-link = This link is not whole, or not ours. You can stop emails in the app.
error-push-off = This service does not send reminders to phones.
error-push-key = This browser has to be set up for reminders again.
error-bad-endpoint = This browser gave no address that reminders can be sent to.
error-not-reached = There is no way to reach you yet. Turn reminders on for this phone first.
error-no-such-listing = This is not on any more, or it was taken away.
error-not-yourself = You cannot end your own account. Ask another manager to do it.
error-administrators-only = Only an administrator can do that for another administrator.

## What is kept when somebody deleted their account.

kept-audit-what = A list of who did what with your record, and when.
kept-audit-why = The law asks services to be able to show it. It holds none of your words, and not your name.
kept-id-what = A number that stood for you.
kept-id-why = It makes sure that no old copy brings your record back.
kept-devices-what = A number for each phone or computer you signed in on, and when it was used. Not the name of it.
kept-devices-why = It tells each of them to clear itself. It is gone 400 days after you last used it there.
kept-keys-what = Safety copies of your key.
kept-keys-why = The service keeps them for days, in case its computers fail. Then they are gone too.

## More words of the spreadsheet that the server makes.

csv-by = Written by
csv-how = How
csv-changed = Changed later
csv-how-name = { $how ->
    [carer] By a carer
    [phone] From a telephone call
    [paper] From paper
    [together] Together with staff
   *[self] In the app
  }
csv-weekday = { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
  }
