#!/usr/bin/env bash
# Makes the embedded models from nothing: renders, autoencoder, latents, text tower, velocity network, classifiers,
# files, tables. Needs the release build of dermaudit and Python 3.11 with requirements.txt. A stopped run goes on.
# Usage: stdlib/models/phantom/train/run.sh   (from the top of the checkout; scratch files in $DERMAUDIT_TRAIN)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export DERMAUDIT=${DERMAUDIT:-$PWD/.build/release/dermaudit}
export DERMAUDIT_TRAIN=${DERMAUDIT_TRAIN:-$PWD/.build-train}
python=${PYTHON:-python3}
mkdir -p "$DERMAUDIT_TRAIN"

# Renders of 128 px, halved to the networks' 64 px: name, then the options of the renderer.
render() {
    local name=$1
    shift
    [ -e "$DERMAUDIT_TRAIN/$name.rgb" ] && return
    "$DERMAUDIT" phantom render "$@" -o "$DERMAUDIT_TRAIN/whole"
    "$python" "$here/reduce_renders.py" "$DERMAUDIT_TRAIN/whole" "$DERMAUDIT_TRAIN/$name"
    rm "$DERMAUDIT_TRAIN/whole."*
}

step() { "$python" "$here/$1.py" "${@:2}"; }

render isic --count 14000 --seed 101
render ham --count 6000 --seed 102 --style ham

step train_text --steps 1200
step train_autoencoder "$DERMAUDIT_TRAIN/isic" --steps 1650 --batch 4 --rate 1.5e-3
step make_latents "$DERMAUDIT_TRAIN/isic"
step train_dit "$DERMAUDIT_TRAIN/isic" --steps 9000 --batch 16 --compile
step train_autoencoder "$DERMAUDIT_TRAIN/isic" --decoder-only --noise 0.1 --steps 2250 --batch 4 --rate 1e-3
step train_classifier MelaNet "$DERMAUDIT_TRAIN/isic" --steps 800
step train_classifier SkinLesionDensenet "$DERMAUDIT_TRAIN/isic" --steps 1000
step train_classifier DeepGuide "$DERMAUDIT_TRAIN/ham" --steps 120
step train_classifier judge "$DERMAUDIT_TRAIN/isic" --steps 500
step export
step evaluate_zoo
step evaluate_generator
