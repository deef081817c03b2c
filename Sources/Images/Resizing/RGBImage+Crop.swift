extension RGBImage {
    /// The rectangle of `width` x `height` pixels whose upper left pixel is (`left`, `top`); it must lie inside.
    public func cropped(left: Int, top: Int, width: Int, height: Int) -> RGBImage {
        precondition(left >= 0 && top >= 0 && left + width <= self.width && top + height <= self.height)
        var result = [UInt8]()
        result.reserveCapacity(3 * width * height)
        for y in top..<(top + height) {
            let start = 3 * (y * self.width + left)
            result += pixels[start..<(start + 3 * width)]
        }
        return RGBImage(width: width, height: height, pixels: result)
    }

    /// The square of `size` pixels in the middle; half pixels are rounded to even (torchvision's `CenterCrop`).
    public func centreCropped(to size: Int) -> RGBImage {
        let left = (Double(width - size) / 2).rounded(.toNearestOrEven)
        let top = (Double(height - size) / 2).rounded(.toNearestOrEven)
        return cropped(left: Int(left), top: Int(top), width: size, height: size)
    }

    /// The size with a short side of `size` and the same shape, long side rounded down (torchvision's `Resize`).
    public func shape(withShortSide size: Int) -> (width: Int, height: Int) {
        if width <= height {
            return (size, height * size / width)
        }
        return (width * size / height, size)
    }

    /// The square of `size` pixels that autoencoders are trained on: halved with a box filter while at least twice too
    /// large, then bicubic to the short side, then the middle (`center_crop_arr` of guided-diffusion, Dhariwal and
    /// Nichol 2021).
    public func autoencoderCrop(to size: Int) -> RGBImage {
        var image = self
        while min(image.width, image.height) >= 2 * size {
            image = image.resized(width: image.width / 2, height: image.height / 2, kernel: .boxAntialias)
        }
        let scale = Double(size) / Double(min(image.width, image.height))
        let width = Int((Double(image.width) * scale).rounded(.toNearestOrEven))
        let height = Int((Double(image.height) * scale).rounded(.toNearestOrEven))
        image = image.resized(width: width, height: height, kernel: .bicubicAntialias)
        return image.cropped(left: (width - size) / 2, top: (height - size) / 2, width: size, height: size)
    }
}
