"""Akoma Ntoso 3.0 as the United Nations uses it (AKN4UN): documents out and back in.

The agenda, the annotations, the timetable, the masthead and the references are markup; what Akoma Ntoso has
no place for stands in `<proprietary>`, so that `from_akn(to_akn(document)) == document`.
"""

from undocparse.exports.akn.read import AkomaNtosoError, from_akn
from undocparse.exports.akn.write import to_akn

__all__ = ["AkomaNtosoError", "from_akn", "to_akn"]
