join-title = Start using Jointly
join-intro = Keep a diary of your pain and do your exercises, with or without internet. You need a code from your service.
join-revoked = This phone was signed out from another one, so what it held was cleared. To go on here, use a new code.
join-erased = The record that was on this phone has been deleted, so it was cleared here too.
join-code = Your code
join-code-hint = 8 letters and numbers, such as ABCD-EFGH. A recovery code has 12. Capitals, spaces and dashes do not matter.
join-code-lookalikes = Codes never have the letters I, L, O, U or V, or the numbers 0 and 1.
join-look = Carry on
join-near = What’s on near me, without a code
join-staff = I work here, or I have a passkey
join-code-length = A code has 8 letters and numbers, a recovery code 12. You have typed { $count }.
# $letters: I, O or 1
join-code-letters = A code does not have { $letters } in it. Look at the code again.

join-service = This code is from { $service }. It opens a new record for you. Jointly is for adults, 18 or over.
join-person = This code is from { $service }. It opens the record of { $called }.
join-person-unnamed = This code is from { $service }. It opens your record.
join-advisor = This code is from { $service }. It signs you in as an advisor.
join-carer = { $called } wants to share their diary with you. This code is from { $service }. You get Jointly of your own, and see what they share.
join-recovery = This is a recovery code. It opens your diary on this phone. It works once.
join-confirm-carer = Start helping
# $own: what the person of this phone is called
join-help-here = { $called } wants to share their diary with you. You stay signed in as { $own }. Your own diary stays as it is.
join-help = Help { $called }
join-privacy = Privacy
join-accessibility = Accessibility
join-demonstration = This is a demonstration. It opens the made-up record of { $called }.
join-demonstration-advisor = This is a demonstration. It signs you in as the made-up advisor { $called }.
join-called = What should we call you?
join-called-hint = A first name or nickname is fine.
join-called-needed = Write what we should call you, in 1 to 60 characters
join-who = { $service } keeps what you write, locked with a key made for you. People who work there can make a new code for your record, if you lose your phone. A code opens everything in it. You do not need to give an e-mail, a password or an NHS number.
join-confirm = Open my record
join-confirm-advisor = Sign in
join-confirm-demonstration = Open the demonstration
join-other-code = Use another code

join-home-title = First, put Jointly on your Home Screen
join-home-words = On an iPhone or iPad, Jointly keeps your entries best when it has its own place on the Home Screen.
join-home-1 = Press the Share button: the square with an arrow.
join-home-2 = Choose “Add to Home Screen”, then “Add”.
join-home-3 = Open Jointly from your Home Screen and type this code:
join-home-3-no-code = Open Jointly from your Home Screen and type your code.
join-here = Carry on here

join-offline = You are not connected to the internet just now. Starting needs it once; after that Jointly works without. Your code is not used up.
join-trouble = The service has a problem just now. Your code is not used up. Try again in a few minutes.

join-already = This phone is open for { $called }
join-already-words = If this code is for { $called } too, carry on. If it is for somebody else, sign out first.
# $count: entries that nobody but this phone holds
join-already-unsent = { $count ->
    [one] { $count } entry of { $called } has not been received
   *[other] { $count } entries of { $called } have not been received
}
join-already-unsent-words = If this code is for { $called } too, carry on: what waits will be sent. If it is for somebody else, look at those entries first: signing out removes them.
join-same = It is for { $called }
join-leave = Sign { $called } out
join-not-now = Not now

join-differs = Another record was opened on this phone
join-differs-words = It is the record of { $new }, not of { $old }. Nothing was mixed.
# $count: entries that nobody but this phone holds
join-differs-unsent = { $count ->
    [one] { $count } entry of { $old } has not been received. It is on this phone only.
   *[other] { $count } entries of { $old } have not been received. They are on this phone only.
}
join-differs-choose = To go on as { $old }, keep that record and sign in again with a new code for { $old }. Or give this phone to { $new }.
join-differs-back = Keep the record of { $old }
join-differs-open = Remove it and open the record of { $new }
join-somebody = somebody
