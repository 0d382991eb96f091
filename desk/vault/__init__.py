"""Keys and sealing. PyNaCl does the cryptography, nothing is invented. See docs/decisions/0006-vault.md."""
