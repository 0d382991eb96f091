"""The answers: one article per topic, with sources and dates. Imports none of our other rooms."""
