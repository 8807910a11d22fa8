# When what rests on the phone cannot be read.

storage-broken = Jointly cannot open what it keeps on this phone
storage-broken-words = Entries that say “Received” are safe with your service. Nothing has been deleted. If your phone is full, make some room. Close Jointly and open it again, or start your phone again.
storage-afresh = If that does not help
storage-afresh-words = You can clear Jointly on this phone and start again. Your service sends back everything that says “Received”. Entries that were not sent yet will be gone.
storage-afresh-do = Clear Jointly and start again
storage-rebuilt = Part of what was on this phone was damaged
storage-rebuilt-words = Everything that could be read was kept, and your service sends the rest again.
storage-rebuilt-lost = What could be read was kept, and your service sends back what it had received. Entries that were not sent yet may be gone. Please look in your diary.
