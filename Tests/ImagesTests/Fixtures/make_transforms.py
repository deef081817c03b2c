"""Makes a JPEG file of coarse noise and what `djpeg` of libjpeg-turbo makes of it with either transform.

    make_transforms.py FOLDER      (needs NumPy, Pillow, and djpeg from Debian's libjpeg-turbo-progs)
"""

import pathlib
import subprocess
import sys

import numpy as np
from PIL import Image

folder = pathlib.Path(sys.argv[1])
noise = np.random.default_rng(4).integers(0, 256, (12, 16, 3), dtype=np.uint8)
Image.fromarray(noise).resize((48, 36), Image.BICUBIC).save(folder / "transforms.jpg", quality=60)
for name, method in (("accurate", "int"), ("fast", "fast")):
    pixels = folder / f"transforms_{name}.ppm"
    subprocess.run(["djpeg", "-dct", method, "-outfile", pixels, folder / "transforms.jpg"], check=True)
    Image.open(pixels).save(folder / f"transforms_{name}.png")
    pixels.unlink()
