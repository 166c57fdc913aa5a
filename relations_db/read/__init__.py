"""From files to documents: the first room.

`read_documents` is the way in. Every document comes out as a `Document`, or as an `Unreadable` that says why not;
one bad document never stops the others.

What is kept: the stored text has exactly the characters of the file after decoding. Line ends stay as they are (CRLF
stays CRLF), blanks and tabs too. Only a byte order mark and the header are cut off. HTML pages are the exception: their
text is the main text of the page, without the page's furniture.
"""

from relations_db.read.files import list_files, read_documents
from relations_db.read.refusal import MAX_TEXT_BYTES, Unreadable

__all__ = ["MAX_TEXT_BYTES", "Unreadable", "list_files", "read_documents"]
