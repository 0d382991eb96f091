"""Dutch names of what stands in the audit log. What has no name here is shown as it stands there."""

from desk.console.case_texts import FIELDS

ACTIONS: dict[str, str] = {
    "logged_in": "logde in",
    "password_chosen": "koos een wachtwoord",
    "recovery_codes_made": "maakte noodcodes",
    "recovery_code_used": "gebruikte een noodcode",
    "totp_replaced": "koppelde een andere telefoon",
    "school_login_linked": "koppelde de school",
    "school_login_unlinked": "ontkoppelde de school",
    "account_made": "maakte een account",
    "account_off": "zette een account uit",
    "account_anew": "gaf een account een nieuwe start",
    "case_opened": "opende een zaak",
    "case_answered": "antwoordde",
    "case_claimed": "nam een zaak op zich",
    "case_released": "gaf een zaak terug",
    "case_read": "zette een zaak op gelezen",
    "case_in_conversation": "zette een zaak op in gesprek",
    "case_referred": "verwees een zaak door",
    "case_closed": "rondde een zaak af",
    "case_keys_destroyed": "vernietigde de sleutels van een zaak",
    "case_deleted": "verwijderde een zaak",
    "cases_searched": "zocht in teksten",
    "note_added": "schreef een notitie",
    "labels_set": "veranderde labels",
    "draft_kept": "bewaarde een concept",
    "handed_on": "gaf een zaak door",
    "reader_added": "gaf een sleutel",
    "reader_removed": "nam een sleutel weg",
    "revealed": "maakte zichtbaar",
    "label_made": "maakte een label",
    "label_dropped": "verwijderde een label",
    "canned_answer_made": "maakte een standaardantwoord",
    "canned_answer_dropped": "verwijderde een standaardantwoord",
    "audit_checked": "controleerde het logboek",
}
REFUSED = "_refused"
REFUSED_SUFFIX = " (geweigerd)"


def action_name(action: str, names: dict[str, str]) -> str:
    """Return an action in Dutch; `names` are those of people by account id."""
    plain, _, of = action.partition(":")
    refused = action.endswith(REFUSED)
    plain, of = plain.removesuffix(REFUSED), of.removesuffix(REFUSED)
    told = ACTIONS.get(plain, plain)
    detail = names.get(of) or FIELDS.get(of, of)
    return told + (f": {detail}" if detail else "") + (REFUSED_SUFFIX if refused else "")
