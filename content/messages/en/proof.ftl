### Passkeys: signing in, and checking again that it is you.

passkey-use = Use your passkey
passkey-not-now = Not now

proof-title = Check that it is you
proof-words = This matters, so we ask again. Use your passkey, and it goes on from here.

idle-title = Please sign in again
idle-words = You were away for a while, or signed in a long time ago. Your screen is kept. Nothing you typed is lost.

## What can go wrong with a passkey. Each says what to do next.

passkey-none = This browser has no passkeys. Open this page in another browser, or on your phone.
passkey-cancelled = That was closed, or took too long. Nothing was changed. You can try again.
passkey-already = There is a passkey for you on this device already. Use that one.
passkey-failed = The passkey did not work. Try again, or use another device.
passkey-offline = You are not connected. Signing in needs a connection.

## Somebody signs in on a device where things of somebody else wait to be sent. $old and $new: their names

waits-title = { $count ->
    [one] 1 thing that { $old } wrote has not been sent
   *[other] { $count } things that { $old } wrote have not been sent
}
waits-words = Nobody else has this yet. So { $new } is signed out again. Nothing was mixed or lost.
waits-send = To send it, { $old } signs in here.
waits-keep = Keep it for { $old }
waits-remove = { $count ->
    [one] Remove it for good
   *[other] Remove all { $count } for good
}
waits-somebody = somebody
