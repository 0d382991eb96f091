"""The desk: reports and the people who read them. Knows none of the other rooms; only `desk.intake` is open to them."""
