#!/usr/bin/env bash
# Installs the peers that `npm run bench -- peers` runs beside Onrecord: Stanford CoreNLP (Java 11 or later and Maven
# fetch it), spaCy with textacy, and coreferee where its model is to be had (Python 3.9 to 3.12).
#
#     bench/peers/setup.sh FOLDER        about 2 GB; then: ONRECORD_PEERS=FOLDER npm run bench -- peers
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="${1:?name a folder for the peers}"
mkdir -p "$folder"
command -v mvn >/dev/null || { echo "Maven is missing; CoreNLP is fetched by it (Debian: apt-get install maven)." >&2; exit 1; }
mvn -q -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$(cd "$folder" && pwd)/corenlp"
[ -x "$folder/venv/bin/python" ] || python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q -r "$here/requirements.txt"
"$folder/venv/bin/python" -m coreferee install en >/dev/null 2>&1 || echo "coreferee's English model could not be fetched; spaCy runs without it." >&2
