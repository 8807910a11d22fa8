### The passkeys that somebody signs in with.

passkeys-title = Passkeys
passkeys-words-staff = You sign in with these. Have two, so that a lost phone does not keep you out.
passkeys-words = With a passkey you can sign in without a code, after losing your phone or on a new one.
passkeys-none = You have no passkey yet.
passkeys-one = You have 1 passkey, and it is on 1 device only. Add another one, in case you lose it.
passkeys-one-kept = You have 1 passkey. Your device’s maker keeps a copy, for your next device.
# $day: 21 November 2026
passkeys-made = Made { $day }
passkeys-used = Last used { $day }
passkeys-remove = Remove
passkeys-remove-this = Remove { $name }
passkeys-removed = That passkey opens nothing any more.
passkeys-add-title = Add a passkey
passkeys-name = Name it
passkeys-name-hint = So that you know it again, such as the device it is on.
passkeys-add = Add a passkey
passkeys-added = Your passkey is added.
