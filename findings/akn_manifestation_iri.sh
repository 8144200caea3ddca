#!/usr/bin/env bash
# cobalt takes the format of a manifestation's IRI for its date, unless a component stands before it.
#
# The United Nations' editors name the manifestation of a whole document ".../fra@.xml", and Akoma Ntoso's naming
# convention has ".../fra@2025-05-02.xml" for a dated version. cobalt 9.0.1 parses both without a word: the date of the
# expression is "@.xml" and "@2025-05-02.xml", the format is null, and the IRI of the expression is still the one of the
# file. Only behind a component ("fra@/!main.xml") is ".xml" the format. A work's IRI without language is given "eng".
# Seen: @.xml None, @2025-05-02.xml None, @ xml, eng.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet cobalt==9.0.1
cat > "$folder/try.py" <<'PY'
from cobalt.uri import FrbrUri

WORK = "/akn/un/debateReport/agenda/unga-hrc/2025-05-02/A-HRC-60-1"


def parts(iri):
    found = FrbrUri.parse(iri)
    return found.expression_date, found.format, found.expression_uri() == iri


print(parts(f"{WORK}/fra@.xml"), parts(f"{WORK}/fra@2025-05-02.xml"), parts(f"{WORK}/fra@/!main.xml"))
assert parts(f"{WORK}/fra@.xml") == ("@.xml", None, True)
assert parts(f"{WORK}/fra@2025-05-02.xml") == ("@2025-05-02.xml", None, True)
assert parts(f"{WORK}/fra@/!main.xml") == ("@", "xml", False)
assert FrbrUri.parse(WORK).language == "eng"
PY
"$folder/venv/bin/python" "$folder/try.py"
echo "as described"
