"""One file per step; applied in order, never changed afterwards."""
