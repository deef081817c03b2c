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

# Renders of 128 px, and the same halved to 64 px: name, then the options of the renderer.
render() {
    local name=$1
    shift
    [ -e "$DERMAUDIT_TRAIN/${name}64.rgb" ] && return
    "$DERMAUDIT" phantom render "$@" -o "$DERMAUDIT_TRAIN/$name"
    "$python" "$here/reduce_renders.py" "$DERMAUDIT_TRAIN/$name" "$DERMAUDIT_TRAIN/${name}64"
}

step() { "$python" "$here/$1.py" "${@:2}"; }

render isic --count 24000 --seed 101
render ham --count 6000 --seed 102 --style ham
isic=$DERMAUDIT_TRAIN/isic ham=$DERMAUDIT_TRAIN/ham

step train_text --steps 1200
step train_perception "$isic" --steps 1500
# Halved renders first: the autoencoder and the velocity network learn most of their task at a quarter of the cost.
step train_autoencoder "${isic}64" --size 64 --steps 2250 --batch 4 --rate 1.5e-3
step make_latents "${isic}64" --size 64 --name latents64
step train_dit "${isic}64" --small --steps 9000 --batch 16 --compile
# Then whole ones.
step train_autoencoder "$isic" --steps 2600 --batch 4 --rate 1e-3 --compile
step make_latents "$isic"
step train_dit "$isic" --steps 8600 --batch 16 --compile
step train_autoencoder "$isic" --decoder-only --noise 0.1 --steps 3200 --batch 4 --rate 5e-4 --compile
step train_classifier MelaNet "${isic}64" --steps 2900
step train_classifier SkinLesionDensenet "${isic}64" --steps 1400
step train_classifier DeepGuide "${ham}64" --steps 320
step train_classifier judge "${isic}64" --steps 500
step export
step evaluate_zoo
step evaluate_generator
step write_card
