"""What can go wrong in the knowledge base, by name."""


class KnowledgeError(Exception):
    """Base of every error this room raises."""


class ArticleFormatError(KnowledgeError):
    """An article file does not follow docs/writing-content.md."""


class UnknownArticleError(KnowledgeError):
    """No article has this id or intent."""


class UnknownPlaceholderError(KnowledgeError):
    """An article names a help line that numbers.yml does not hold."""
