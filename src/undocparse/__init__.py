"""Reads United Nations meeting agendas into one object model."""
