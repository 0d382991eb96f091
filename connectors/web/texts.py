"""Every Dutch sentence the website connector says itself (the assistant's own texts live in bot/domain)."""

from connectors.conversations.texts import DANGER

UNREADABLE = "We konden dit bericht niet lezen. Laad de pagina opnieuw en probeer het nog een keer."

ERRORS = {
    "not_json": UNREADABLE,
    "wrong_type": UNREADABLE,
    "unknown_conversation": "We kennen dit gesprek niet (meer). Begin een nieuw gesprek.",
    "unknown_message": "We kennen dit bericht niet (meer). Laad de pagina opnieuw.",
    "unknown_receipt": "We kennen dit nummer niet. Kijk of je alle 16 cijfers goed hebt overgenomen.",
    "not_found": "Deze pagina bestaat niet. Ga naar de beginpagina om te chatten.",
    "method_not_allowed": "Dit kan hier niet. Ga naar de beginpagina om te chatten.",
    "body_too_large": "Je bericht is te groot. Maak het korter en stuur het opnieuw.",
    "text_empty": "Je bericht is leeg. Typ je vraag en stuur die opnieuw.",
    "text_too_long": "Je bericht is te lang. Gebruik hoogstens 2000 tekens, of stuur het in stukken.",
    "text_or_payload": "Stuur een bericht of kies een knop, niet allebei en niet geen van beide.",
    "unknown_payload": "Deze knop werkt niet meer. Typ je vraag, of begin een nieuw gesprek.",
    "unknown_channel": "Via deze weg kun je niet chatten. Ga naar de website.",
    "invalid_request": UNREADABLE,
    "too_many_messages": f"Je stuurt heel veel berichten. Wacht even en probeer het dan opnieuw. {DANGER}",
    "too_many_conversations": "Er beginnen nu te veel gesprekken. Wacht even en probeer het dan opnieuw.",
    "too_many_tries": "Je hebt dit te vaak geprobeerd. Wacht even en probeer het dan opnieuw.",
    "assistant_unreachable": (
        "De chatbot is even niet bereikbaar. Je bericht is niet bewaard. Probeer het over een minuutje opnieuw."
    ),
    "storage_unreachable": (
        "Er is iets mis bij ons. Je bericht is niet bewaard. Probeer het over een minuutje opnieuw."
    ),
    "deletion_pending": (
        "Je berichten zijn gewist. Eén onderdeel is nu niet bereikbaar. "
        "Wij wissen de rest vanzelf zodra dat kan, of probeer het zo nog een keer."
    ),
    "receipt_in_text": "In je bericht staat je code. Die is alleen voor jou. Haal de code weg en stuur het opnieuw.",
    "desk_busy": "Het is nu erg druk. Er is niets veranderd. Probeer het over een minuutje opnieuw.",
    "desk_unreachable": (
        "We kunnen nu niet bij je melding. Er is niets veranderd of verstuurd. Probeer het over een minuutje opnieuw."
    ),
    "unexpected": "Er ging iets mis bij ons. Probeer het over een minuutje opnieuw.",
}
