### For advisors: who joined, and codes to join with.

staff-title = People and codes
staff-offline = You are not connected. The list and new codes need a connection.
staff-signed-out = You are signed out. Try again to sign in.
staff-failed = The list could not be fetched. { $reason }

staff-make-title = Make a code
staff-make-what = A code lets 1 person join on their phone. It works once.
staff-make-new = Make a code for a new person
staff-called = What are they called?
staff-called-hint = You can leave this empty. They can change it.
staff-make-many = For a poster or a group
staff-make-service = Make a code for many people
staff-make-service-what = Many people can use this code. Each gets a new record of their own.
staff-make-failed = The code could not be made. { $reason }

staff-code-title = { $kind ->
    [service] A code for many people
    [again] A code to open a record again
   *[new] A code for a new person
}
staff-code-title-named = { $kind ->
    [again] A code for { $called }, to open their record again
    [invitation] An invitation for { $called }
   *[new] A code for { $called }
}
staff-code-expires = It works until { $when }.
staff-copy-code = Copy code
staff-copy-link = Copy link
staff-copied = Copied.
staff-copy-failed = This browser would not copy. Press and hold the words to copy them.
staff-print = Print
staff-code-done = Close this code
staff-code-how = Open the link, or go to { $address } and type the code.

staff-people-title = People
staff-people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
staff-people-what = This list has dates and no answers. Open a name to see what they share with you. A new code for somebody opens their whole record, so give it only to them.
staff-people-none = Nobody has joined yet
staff-people-none-what = Make a code and give it to the first person.
staff-find = Find a name
staff-find-none = Nobody here has a name like “{ $text }”.
staff-name = Name
staff-last-heard = Last heard from
staff-never = Not yet
staff-not-joined = Not joined yet
staff-make-again = Make a code
staff-make-again-of = Make a code for { $called } to open their record again
staff-no-name = No name given
# $time: 2:02pm; $day: Saturday 28 November 2026
staff-at-on = { $time } on { $day }

## Ways of looking at the list that somebody gave a name

views-title = Saved lists
views-name = What shall this list be called?
views-hint = It keeps whom you show now and the order they are in, and not a name that you look for. You find it on your other devices too.
views-save = Save this list
# $name: what somebody called it
views-saved = { $name } is saved.
views-delete = Delete
views-delete-which = Delete the saved list { $name }
views-deleted = { $name } is deleted.
views-needs-name = Write a name first.
views-same = You have a saved list with this name. Choose another name.
views-many = You have 20 saved lists already. Delete one first.
views-offline = Your saved lists need a connection the first time.
views-failed = That did not work. { $reason }
