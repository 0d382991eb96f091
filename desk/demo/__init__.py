"""An invented desk for newcomers: `make demo` fills an empty data folder with it."""
