"""What every service of the desk needs, made once per process and passed down: store, vault and clock."""

from dataclasses import dataclass, field

from sqlalchemy.exc import IntegrityError

from desk.audit import prepare_audit
from desk.clock import Clock, amsterdam_now
from desk.errors import VaultMismatchError
from desk.live.hours import ALWAYS, OfficeHours, read_hours
from desk.settings import DeskSettings
from desk.store.engine import Store, open_store
from desk.store.migrate import migrate
from desk.store.tables import VaultRow
from desk.vault.costs import Costs, costs_of
from desk.vault.decoy import Decoy
from desk.vault.gate import Gate
from desk.vault.locking import Locksmith
from desk.vault.pepper import Pepper, given_pepper, keep_pepper
from desk.vault.receipts import ReceiptDeriver


@dataclass(frozen=True, slots=True)
class Desk:
    """Holds no key that opens a case: those come with a receipt or with a reader who unlocked the own key."""

    store: Store
    pepper: Pepper
    receipts: ReceiptDeriver
    locksmith: Locksmith
    clock: Clock
    retention_days: int
    hours: OfficeHours = ALWAYS
    decoy: Decoy = field(default_factory=Decoy)


def open_desk(settings: DeskSettings, costs: Costs | None = None, clock: Clock = amsterdam_now) -> Desk:
    """Migrate, and check that pepper and costs are those of this database.

    `costs` is for tests only; without it the settings decide. Raise `DeskUnavailableError`, `VaultMismatchError`.
    """
    store = open_store(settings.database_url)
    migrate(store)
    pepper = _pepper(settings)
    chosen = costs or costs_of(settings.desk_kdf_memory_mib, settings.desk_kdf_passes)
    _check_vault(store, pepper, chosen)
    gate = Gate(settings.desk_kdf_places, settings.desk_kdf_queue)
    receipts = ReceiptDeriver(pepper, chosen, gate)
    locksmith = Locksmith(chosen.password, gate)
    hours = read_hours(settings.office_hours)
    return Desk(store, pepper, receipts, locksmith, clock, settings.desk_retention_days, hours)


def _pepper(settings: DeskSettings) -> Pepper:
    if settings.desk_pepper is not None:
        return given_pepper(settings.desk_pepper.get_secret_value())
    return keep_pepper(settings.data_dir)


def _check_vault(store: Store, pepper: Pepper, costs: Costs) -> None:
    """Remember pepper and costs at the first start; refuse to go on with others afterwards."""
    check, for_receipts = pepper.subkey("check"), costs.for_receipts()
    try:
        with store.writing() as session:
            row = session.get(VaultRow, 1)
            if row is None:
                row = VaultRow(id=1, pepper_check=check, receipt_costs=for_receipts)
                session.add(row)
                prepare_audit(session, pepper)
    except IntegrityError:
        _check_vault(store, pepper, costs)
        return
    if row.pepper_check != check:
        raise VaultMismatchError("another pepper")
    if row.receipt_costs != for_receipts:
        raise VaultMismatchError("other costs")
