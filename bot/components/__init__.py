"""Our own parts of Rasa: understanding, the tracker store and the way in. Python 3.10, imports none of our rooms."""
