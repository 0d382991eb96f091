"""What the assistant does: rasa-sdk actions, thin; slots in, one call to knowledge or desk.intake, an answer out."""
