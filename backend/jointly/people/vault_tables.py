"""Tables of the vault: wrapped keys, erased people, and all that signing in needs."""

from piccolo.columns import UUID, BigInt, Boolean, Bytea, Text, Timestamptz, Varchar
from piccolo.table import Table


class Account(Table, tablename="account"):
    """A person's key, sealed with the master key. The rest lets a lost row of theirs be made again.

    `ended_at` shuts the account: nobody signs in to it, and its sessions are over.
    """

    person = UUID(primary_key=True, default=None)
    service = UUID(null=False, default=None)
    organisation = UUID(null=True, default=None)
    role = Varchar(length=16, null=False, default=None)
    wrapped = Bytea(null=False, default=None)
    made_at = Timestamptz(null=False, default=None)
    ended_at = Timestamptz(null=True, default=None)


class Erased(Table, tablename="erased"):
    """The id of somebody who was erased, so that no backup and no phone brings them back."""

    person = UUID(primary_key=True, default=None)
    erased_at = Timestamptz(null=False, default=None)


class Device(Table, tablename="device"):
    """A browser that is, or was, signed in: one session. Only a hash of its token is kept.

    `method` is how it signed in: `code`, `passkey`, `recovery`, `nhs-login` or `demonstration`. `proved_at` is when
    the person last proved to be there (step-up). A session that was ended from elsewhere stays, with `revoked_at`, so
    that the device hears of it and wipes itself.
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    token_hash = Bytea(null=False, default=None, unique=True)
    name = Varchar(length=80, null=False, default="")
    method = Varchar(length=16, null=False, default=None)
    made_at = Timestamptz(null=False, default=None)
    signed_in_at = Timestamptz(null=False, default=None)
    proved_at = Timestamptz(null=True, default=None)
    heard_at = Timestamptz(null=False, default=None)
    ends_at = Timestamptz(null=False, default=None)
    revoked_at = Timestamptz(null=True, default=None)


class Passkey(Table, tablename="passkey"):
    """A WebAuthn credential. `id` is the raw credential id; `sign_count` must rise unless it stays 0."""

    id = Bytea(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    public_key = Bytea(null=False, default=None)
    sign_count = BigInt(null=False, default=0)
    device_type = Varchar(length=16, null=False, default=None)
    backed_up = Boolean(null=False, default=False)
    aaguid = Varchar(length=36, null=False, default="")
    name = Varchar(length=80, null=False, default="")
    made_at = Timestamptz(null=False, default=None)
    used_at = Timestamptz(null=True, default=None)


class RecoveryCode(Table, tablename="recovery_code"):
    """One of eight printed codes, each of which signs in once. Only a keyed digest is kept."""

    digest = Bytea(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    made_at = Timestamptz(null=False, default=None)
    used_at = Timestamptz(null=True, default=None)
    used_by_device = UUID(null=True, default=None)


class Ceremony(Table, tablename="ceremony"):
    """A sign-in that has begun: its challenge, bound to one browser by a cookie of which `id` is the hash.

    It ends after 5 minutes and is used once. `details` is JSON: what NHS login needs to come back to.
    """

    id = Bytea(primary_key=True, default=None)
    purpose = Varchar(length=24, null=False, default=None)
    challenge = Bytea(null=False, default=None)
    person = UUID(null=True, default=None)
    details = Text(null=False, default="{}")
    ends_at = Timestamptz(null=False, default=None)


class Login(Table, tablename="login"):
    """An identity at NHS login. `id` is a keyed digest of its issuer and subject: nothing of it is kept in clear."""

    id = Bytea(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    made_at = Timestamptz(null=False, default=None)
    used_at = Timestamptz(null=True, default=None)


class AuditHead(Table, tablename="audit_head"):
    """How far a chain of the audit had come: kept apart from it, so that a cut tail is found."""

    chain = UUID(primary_key=True, default=None)
    number = BigInt(null=False, default=None)
    hash = Bytea(null=False, default=None)
    at = Timestamptz(null=False, default=None)


TABLES: tuple[type[Table], ...] = (Account, Erased, Device, Passkey, RecoveryCode, Ceremony, Login, AuditHead)
