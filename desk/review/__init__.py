"""What the desk learns from: questions that got no good answer, masked and sealed, until someone settles them."""
