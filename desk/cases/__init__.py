"""Cases: what a report says, the steps it goes through, and the one function that opens it."""
