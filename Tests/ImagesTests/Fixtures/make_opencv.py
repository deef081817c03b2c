"""Makes opencv.json: what OpenCV's cv2.resize gives for a drawn image.

    python make_opencv.py > opencv.json        (opencv-python-headless 4.11.0, numpy)

The image is 38 columns by 26 rows; channel c of the pixel at row y, column x is (7 x + 13 y + 31 c + x y) mod 256.
"""

import json

import cv2
import numpy as np

KERNELS = {"area": cv2.INTER_AREA, "bilinear": cv2.INTER_LINEAR}
SIZES = [(19, 13), (10, 7), (7, 26), (38, 5), (12, 30), (40, 28), (3, 2), (19, 26)]


def main():
    y, x, c = np.mgrid[0:26, 0:38, 0:3]
    image = ((7 * x + 13 * y + 31 * c + x * y) % 256).astype(np.uint8)
    cases = []
    for kernel, flag in KERNELS.items():
        for size in SIZES:
            levels = cv2.resize(image, size, interpolation=flag)
            exact = cv2.resize(image.astype(np.float32), size, interpolation=flag)
            cases.append(dict(kernel=kernel, width=size[0], height=size[1], levels=levels.tobytes().hex(),
                              float_every_seventh=[float(v) for v in exact.ravel()[::7]]))
    print(json.dumps(dict(opencv=cv2.__version__, cases=cases), indent=1))


main()
