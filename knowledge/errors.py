"""What can go wrong in the knowledge base, by name."""


class KnowledgeError(Exception):
    """Base of every error this room raises."""


class ArticleFormatError(KnowledgeError):
    """An article file does not follow docs/writing-content.md."""


class UnknownArticleError(KnowledgeError):
    """No article has this id or intent."""


class HelpLineFormatError(KnowledgeError):
    """A help line in numbers.yml has no name, number or source, or its number is no text."""


class UnknownPlaceholderError(KnowledgeError):
    """A text names a help line that numbers.yml does not hold, or holds braces that name none."""
