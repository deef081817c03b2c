import CCairo
import Images

/// A page of pixels to draw on: the one place that calls Cairo.
///
/// Drawing never fails half way: what Cairo refuses is remembered and thrown by `image()`.
final class Canvas {
    /// The most pixels a side; a Cairo surface has at most 32,767.
    static let limit = 16_384

    /// The size in pixels.
    let width, height: Int
    private let surface: OpaquePointer
    private let context: OpaquePointer

    /// A white page; `scale` pixels stand for one unit of what is drawn.
    init(width: Int, height: Int, scale: Double = 1) throws(ReportingError) {
        guard width > 0, height > 0, width <= Self.limit, height <= Self.limit else {
            throw .tooLarge(width: width, height: height, limit: Self.limit)
        }
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw .drawing(reason: "no surface")
        }
        guard let context = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            throw .drawing(reason: "no context")
        }
        self.width = width
        self.height = height
        self.surface = surface
        self.context = context
        fill(Rectangle(x: 0, y: 0, width: Double(width), height: Double(height)), .white)
        cairo_scale(context, scale, scale)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    // MARK: Shapes

    /// Fills a rectangle; with an `opacity` below 1 what is under it shows through.
    func fill(_ rectangle: Rectangle, _ colour: Colour, opacity: Double = 1) {
        cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, opacity)
        cairo_rectangle(context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
        cairo_fill(context)
    }

    /// Draws a line through points.
    func path(_ points: [Drawing.Point], _ colour: Colour, width: Double = 0.75, isDashed: Bool = false) {
        set(colour)
        cairo_set_line_width(context, width)
        let dashes = isDashed ? [3.0, 2.0] : []
        // Safety: Cairo copies the dashes before it returns.
        dashes.withUnsafeBufferPointer {
            cairo_set_dash(context, $0.baseAddress, Int32($0.count), 0)
        }
        cairo_new_path(context)
        for point in points { cairo_line_to(context, point.x, point.y) }
        cairo_stroke(context)
    }

    /// Fills an outline.
    func polygon(_ corners: [Drawing.Point], _ colour: Colour) {
        set(colour)
        cairo_new_path(context)
        for corner in corners { cairo_line_to(context, corner.x, corner.y) }
        cairo_close_path(context)
        cairo_fill(context)
    }

    /// Draws a filled disc.
    func disc(x: Double, y: Double, radius: Double, _ colour: Colour) {
        set(colour)
        cairo_new_path(context)
        cairo_arc(context, x, y, radius, 0, 2 * Double.pi)
        cairo_fill(context)
    }

    /// Fills a rectangle with slanting lines: something is missing here.
    func hatch(_ rectangle: Rectangle, _ colour: Colour) {
        cairo_save(context)
        cairo_rectangle(context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
        cairo_clip(context)
        let step = max(4, rectangle.height / 12)
        for offset in stride(from: -rectangle.height, through: rectangle.width, by: step) {
            let foot = (x: rectangle.x + offset, y: rectangle.y + rectangle.height)
            path(
                [Drawing.Point(foot.x, foot.y), Drawing.Point(foot.x + rectangle.height, rectangle.y)],
                colour,
                width: 1)
        }
        cairo_restore(context)
    }

    // MARK: Text

    /// The width of a text in pixels.
    func width(of text: String, _ font: Font) -> Double {
        set(font)
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, text, &extents)
        return extents.x_advance
    }

    /// Draws a text on a baseline; turned texts read upward.
    func text(
        _ text: String, x: Double, y: Double, _ font: Font, anchor: Font.Anchor = .start,
        isTurned: Bool = false
    ) {
        let shift = -anchor.rawValue * width(of: text, font)
        set(font.colour)
        cairo_save(context)
        cairo_translate(context, x, y)
        if isTurned { cairo_rotate(context, -Double.pi / 2) }
        cairo_move_to(context, shift, 0)
        cairo_show_text(context, text)
        cairo_restore(context)
    }

    /// Breaks a text at spaces into lines no wider than `width` pixels; a longer word stands alone.
    func lines(_ text: String, _ font: Font, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let line = lines.last, self.width(of: line + " " + word, font) <= width {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    // MARK: Images

    /// Draws an image into a rectangle, scaled with smoothing where the sizes differ.
    func draw(_ image: RGBImage, in rectangle: Rectangle) {
        guard
            let source = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height)),
            let data = cairo_image_surface_get_data(source)
        else { return }
        let stride = Int(cairo_image_surface_get_stride(source))
        image.pixels.withUnsafeBufferPointer { pixels in
            // Safety: `data` has `height` rows of `stride` >= 4 * width bytes; `pixels` has 3 * width * height. The
            // loops stay inside both, and the two never alias.
            for y in 0..<image.height {
                for x in 0..<image.width {
                    let (from, to) = (3 * (y * image.width + x), y * stride + 4 * x)
                    data[to] = pixels[from + 2]
                    data[to + 1] = pixels[from + 1]
                    data[to + 2] = pixels[from]
                }
            }
        }
        cairo_surface_mark_dirty(source)
        cairo_save(context)
        cairo_translate(context, rectangle.x, rectangle.y)
        cairo_scale(
            context, rectangle.width / Double(image.width), rectangle.height / Double(image.height))
        cairo_set_source_surface(context, source, 0, 0)
        cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
        cairo_rectangle(context, 0, 0, Double(image.width), Double(image.height))
        cairo_fill(context)
        cairo_restore(context)
        cairo_surface_destroy(source)
    }

    /// The page as an image.
    func image() throws(ReportingError) -> RGBImage {
        cairo_surface_flush(surface)
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            throw .drawing(reason: String(cString: cairo_status_to_string(status)))
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels = [UInt8](repeating: 0, count: 3 * width * height)
        // Safety: `data` has `height` rows of `stride` >= 4 * width bytes, and lives as long as `surface`.
        for y in 0..<height {
            for x in 0..<width {
                let (from, to) = (y * stride + 4 * x, 3 * (y * width + x))
                pixels[to] = data[from + 2]
                pixels[to + 1] = data[from + 1]
                pixels[to + 2] = data[from]
            }
        }
        return RGBImage(width: width, height: height, pixels: pixels)
    }

    private func set(_ colour: Colour) {
        cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }

    private func set(_ font: Font) {
        cairo_select_font_face(
            context, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL,
            font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(context, font.size)
    }
}
