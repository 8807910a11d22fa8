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
