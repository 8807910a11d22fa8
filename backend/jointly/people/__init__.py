"""People: who someone is to a service, how their device is known, and who may see whom.

Words: a *service* runs Jointly; a *person* (patient or advisor) belongs to one; a *join code* opens a
person's record on a device; a *device* holds one signed-in session; the *vault* keeps, apart from the
main database, everybody's wrapped keys, the ids of erased people and the devices.
"""
