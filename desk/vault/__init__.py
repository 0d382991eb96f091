"""Keys and sealing. PyNaCl does the cryptography; nothing here is invented. See docs/decisions/0006-vault.md."""
