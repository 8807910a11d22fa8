# The lock of the diary on this phone.

## Choosing one

lock-title = Lock this diary
lock-why = A lock keeps your diary to yourself, even if somebody else picks up your phone. You can still log pain in one tap while it is locked.
lock-without = Without a lock, whoever can open this phone can read your diary. So can somebody who copies what is stored on it.
lock-how = How do you want to lock it?
lock-with-passkey = With your fingerprint, your face or this phone’s own screen lock
lock-holds-passkey = The strongest. Your diary opens only with this phone in your hand.
lock-with-pin = With a PIN
lock-holds-pin = Keeps out people who pick up your phone. It does not keep out an expert who copies what is stored on it.
lock-with-passphrase = With a passphrase
lock-holds-passphrase = Strong, if nobody can guess it. It takes longer to type.
lock-choose-needed = Choose how to lock it
lock-new-pin = Your new PIN
lock-new-pin-hint = 6 numbers or more. Not one you use for your bank.
lock-new-passphrase = Your new passphrase
lock-new-passphrase-hint = 12 letters or more. Four or five words that have nothing to do with each other are good.
lock-pin-short = A PIN has 6 numbers or more
lock-pin-easy = That PIN is one of the first that people try. Choose another
lock-passphrase-short = A passphrase has 12 letters or more
lock-forget = If you forget it, nobody can open what is on this phone. You can clear the phone and sign in again. Everything your service has received comes back.
lock-set = Lock my diary
lock-busy = Locking …
lock-not-now = Not now
lock-later = You can change this at any time: choose More, then Lock.
lock-failed = That did not work, and nothing was changed. Try again.
lock-passkey-name = Jointly diary

## More: the lock as it is

lock-none = This diary has no lock.
lock-is-passkey = Your diary is locked with your fingerprint, your face or this phone’s screen lock.
lock-is-pin = Your diary is locked with a PIN.
lock-is-passphrase = Your diary is locked with a passphrase.
lock-is-set = Your diary has a lock now.
lock-removed = The lock is gone.
lock-after = When you leave Jointly, lock it after
lock-after-hint = It also locks when nobody has touched it for 5 minutes, and each time it is opened again. It does not lock while you exercise.
lock-after-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
lock-now = Lock it now
lock-change = Change the lock
lock-remove = Take the lock away
lock-prove-change = Open your lock once more, then choose a new one.
lock-prove-remove = Open your lock once more to take it away. After that, whoever can open this phone can read your diary.
lock-go-on = Carry on
lock-as-it-was = Leave it as it is

## The locked phone

locked-title = This diary is locked
locked-forgot = I cannot unlock it
unlock = Unlock
unlock-pin = Your PIN
unlock-passphrase = Your passphrase
unlock-passkey = Unlock with this phone
unlock-passkey-words = Use your fingerprint, your face or this phone’s screen lock.
unlock-other-passkey = That passkey does not open this diary. Use the one you made on this phone.
unlock-wrong-pin = That is not the right PIN.
unlock-wrong-passphrase = That is not the right passphrase.
# $minutes: rounded up
unlock-wait = { $minutes ->
    [one] There were too many wrong tries. You can try again in 1 minute. Nothing is deleted.
   *[other] There were too many wrong tries. You can try again in { $minutes } minutes. Nothing is deleted.
}
unlock-failed = That did not work. Close Jointly, open it again and try once more.
secret-show = Show what I type

locked-pain = Log pain
locked-pain-words = While your diary is locked you can log pain, but nothing can be read.
locked-score = How bad is your pain now?
locked-low = no pain
locked-high = worst pain
locked-score-needed = Choose a number from 0 to 10
locked-save = Save pain
# $score: a number
locked-saved = Pain { $score } out of 10 saved
locked-saved-sent = Your service has received it. You will see it in your diary when you unlock it.
locked-saved-kept = It is on this phone, locked away. Your service gets it after you unlock your diary.
locked-back = Back

forgotten-title = I cannot unlock it
forgotten-words = Nobody can open a diary without its lock: not we, and not your service. You can clear Jointly on this phone and sign in again. Then everything that your service has received comes back.
forgotten-lose = { $count ->
    [0] Nothing will be lost
    [one] { $count } entry has not been received. It will be gone for good
   *[other] { $count } entries have not been received. They will be gone for good
}
forgotten-safe = Your service has all that is on this phone.
forgotten-lose-words = If you may still remember your lock, wait and try again. Nothing is deleted while you try.
forgotten-code = To sign in again you need a code: a new one from your service, or one of those you printed.
forgotten-back = Go back and try again
forgotten-clear = Clear this phone and sign in again
