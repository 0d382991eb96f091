"""The desk: reports and the people who read them. Knows no other room; only `desk.intake` is open to them."""
