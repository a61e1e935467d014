#!/bin/sh
# From data to models/: ./train.sh DATA WORK [ENCODER]
# DATA holds polnear/ and gum/; WORK is any folder outside the repository; ENCODER is a folder with a BERT encoder.
set -eu
data=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
cd "$(dirname "$0")"

[ -d "$work/venv" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --requirement requirements.txt
encoder=${3:-$("$work/venv/bin/python" encoder.py)}
python="$work/venv/bin/python"

(cd .. && npm run --silent training-texts -- --data "$data" --out "$work/texts")
"$python" train.py --data "$work/texts" --encoder "$encoder" --out "$work/whole" --epochs 8
"$python" train.py --data "$work/texts" --encoder "$encoder" --out "$work/int8" --start "$work/whole/model.pt" \
  --int8 --epochs 1 --encoder-rate 5e-5 --head-rate 3e-4 --seed 3
"$python" export.py --run "$work/int8" --encoder "$encoder" --data "$work/texts" --models ../models --parity ../test/gold/parity.json
(cd .. && npm run --silent calibrate -- --data "$data")
