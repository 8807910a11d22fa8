### For those who work at a service: invitations, and signing in with a passkey.

sign-in-title = Sign in
sign-in-words = Your passkey is your finger, your face or the PIN of this device. There is no password.
sign-in-passkey = Sign in with your passkey
sign-in-have-code = I have an invitation
sign-in-patient = I keep a diary, and have a code
sign-in-code = Your invitation code
sign-in-code-hint = It has 8 letters and numbers. You can also paste the whole link.
sign-in-code-needed = Type or paste your invitation code
sign-in-code-look = Use this invitation
sign-in-offline = You are not connected. Your invitation is not used up. Try again when you are.
sign-in-other = I do not have this invitation

sign-in-invited = Your invitation
# $service: the service's name. $role: the part they are to have.
sign-in-welcome = { $role ->
    [advisor] { $service } invites you to work here as an advisor.
    [link-worker] { $service } invites you to work here as a link worker.
    [publisher] { $service } invites you to welcome people at your organisation.
    [lead] { $service } invites you to lead the service.
    [administrator] { $service } invites you to set the service up.
   *[other] { $service } invites you to work here.
}
sign-in-called = Your name
sign-in-called-hint = People see this name beside what you look at and write.
sign-in-called-needed = Write your name, in 1 to 60 characters
sign-in-passkey-title = Your passkey
sign-in-passkey-words = A passkey signs you in with your finger, your face or the PIN of this device. Nobody can guess it, and you need no password. Your device asks you in a moment.
sign-in-make = Make your passkey

sign-in-somebody = somebody
sign-in-diary-here = { $called } keeps a diary on this device
sign-in-diary-words = Use another device for work. Or sign { $called } out first, when everything in the diary is sent.
sign-in-leave = Sign { $called } out
sign-in-back = Back to the diary
sign-in-here = { $called } is signed in here
sign-in-here-invited = If you make a passkey now, { $called } is signed out on this device.
sign-in-go-on = Go on as { $called }
