"""The formats of reports."""

AUDIT = ("text", "json", "html", "github", "sarif", "junit", "gitlab", "markdown", "csv", "earl")
EXTRACT = ("text", "json", "html")
