"""People of the desk: their roles, their key pairs, their passwords."""
