"""Document symbols of the United Nations: find, parse, normalise, compare, sort, format, link.

>>> from undocparse.symbols import parse
>>> symbol = parse("CTOC/COP/WG.2/2007/1*")
>>> str(symbol), symbol.body, symbol.parent, symbol.session
('CTOC/COP/WG.2/2007/1', 'CTOC/COP/WG.2', 'CTOC/COP', '2007')
>>> symbol.uri("fr")
'https://docs.un.org/fr/CTOC/COP/WG.2/2007/1'
"""

from undocparse.symbols.find import Found, SymbolError, find, from_canonical, normalise, parse
from undocparse.symbols.links import public_link
from undocparse.symbols.symbol import Symbol

__all__ = ["Found", "Symbol", "SymbolError", "find", "from_canonical", "normalise", "parse", "public_link"]
