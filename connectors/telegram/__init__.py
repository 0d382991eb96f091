"""The Telegram connector: the same conversations as on the website, except that no report is taken here."""
