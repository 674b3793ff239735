//! What a file is: by its content, never by its name or by what its sender says.

use std::io::{self, Cursor, ErrorKind, Write};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::FILE_LIMIT;
/// Pictures larger than this on a side stay downloads: nobody looks at them in a chat.
const LONGEST_SIDE: u32 = 8_000;
/// Nor do those with more pixels in all: their bytes in memory, not in the file, are what they cost.
const MOST_PIXELS: u64 = 25_000_000;
/// Nor do those whose decoded form takes more bytes than as many pixels of four bytes: some have eight.
const MOST_DECODED: u64 = 4 * MOST_PIXELS;
/// Nor photos of more scans than this, each of which goes over all pixels anew. Those of cameras have about ten, and the
/// small picture within them some more.
const MOST_SCANS: usize = 40;
/// How a scan begins.
const SCAN: [u8; 2] = [0xFF, 0xDA];
const JPEG_QUALITY: u8 = 88;

/// A file made ready to be kept.
pub struct Ready {
    /// The bytes to keep: of a picture those of the new encoding, of anything else the sender's.
    pub bytes: Vec<u8>,
    /// What it is.
    pub media_type: &'static str,
    /// Width and height in pixels, for a picture that may be shown.
    pub pixels: Option<(u32, u32)>,
}

/// Whether these bytes are a picture to draw anew, which takes much of the machine.
pub(super) fn is_picture(bytes: &[u8]) -> bool {
    raster(bytes).is_some()
}

/// Looks into `bytes`. A raster picture is decoded and encoded anew, which drops whatever else was hidden in the file,
/// its place and camera included. What cannot be decoded within the limits stays a download.
pub(super) fn look_into(bytes: Vec<u8>) -> Ready {
    if let Some(picture) = picture(&bytes) {
        return picture;
    }
    let media_type = document_type(&bytes);
    Ready { bytes, media_type, pixels: None }
}

/// What a raster picture is and what it becomes.
fn raster(bytes: &[u8]) -> Option<(ImageFormat, ImageFormat, &'static str)> {
    let format = image::guess_format(bytes).ok()?;
    if format == ImageFormat::Jpeg {
        return has_few_scans(bytes).then_some((format, ImageFormat::Jpeg, "image/jpeg"));
    }
    let is_drawn = [ImageFormat::Png, ImageFormat::Gif].contains(&format) || (format == ImageFormat::WebP && is_lossy_webp(bytes));
    is_drawn.then_some((format, ImageFormat::Png, "image/png"))
}

fn has_few_scans(bytes: &[u8]) -> bool {
    bytes.windows(SCAN.len()).filter(|bytes| **bytes == SCAN).take(MOST_SCANS + 1).count() <= MOST_SCANS
}

/// Whether this is the simple lossy form of WebP. The decoder of the lossless form makes as many Huffman tables as the
/// file says, 53 kB each, whatever the size of the picture: 9 MB of one pixel took 3.5 GB. Transparency and animation
/// may use the same decoder, and metadata may say to be of any size. No limit of ours reaches into it, so all of these
/// stay downloads until it has limits of its own.
fn is_lossy_webp(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8 ")
}

fn picture(bytes: &[u8]) -> Option<Ready> {
    let (format, target, media_type) = raster(bytes)?;
    let image = decode(bytes, format)?;
    let pixels = (image.width(), image.height());
    let mut anew = AsAFile::default();
    if target == ImageFormat::Jpeg {
        let encoder = JpegEncoder::new_with_quality(&mut anew, JPEG_QUALITY);
        DynamicImage::ImageRgb8(image.into_rgb8()).write_with_encoder(encoder).ok()?;
    } else {
        image.write_with_encoder(PngEncoder::new(&mut anew)).ok()?;
    }
    Some(Ready { bytes: anew.0, media_type, pixels: Some(pixels) })
}

/// Bytes that grow until nobody could have sent so many: a small file must not become such a one.
#[derive(Default)]
struct AsAFile(Vec<u8>);

impl Write for AsAFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > FILE_LIMIT {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn decode(bytes: &[u8], format: ImageFormat) -> Option<DynamicImage> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_DECODED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_DECODED {
        return None;
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation);
    Some(image)
}

/// The type of a download by its first bytes. Only types that a reader's own programs open are named; anything that a
/// browser could run stays a stream of bytes.
fn document_type(bytes: &[u8]) -> &'static str {
    let is_office = |name: &str| contains(bytes.get(..4096).unwrap_or(bytes), name.as_bytes());
    if bytes.starts_with(b"%PDF-") {
        "application/pdf"
    } else if bytes.starts_with(b"PK\x03\x04") && is_office("word/") {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    } else if bytes.starts_with(b"PK\x03\x04") && is_office("xl/") {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    } else if bytes.starts_with(b"PK\x03\x04") && is_office("ppt/") {
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    } else if bytes.starts_with(b"PK\x03\x04") && is_office("application/vnd.oasis.opendocument.text") {
        "application/vnd.oasis.opendocument.text"
    } else if bytes.starts_with(b"PK\x03\x04") {
        "application/zip"
    } else {
        "application/octet-stream"
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_encoded_anew_and_what_was_hidden_behind_it_is_gone_trust_90() {
        let mut polyglot = png(3, 2);
        polyglot.extend_from_slice(b"<script>alert(1)</script>");
        let ready = look_into(polyglot);
        assert_eq!((ready.media_type, ready.pixels), ("image/png", Some((3, 2))));
        assert!(!contains(&ready.bytes, b"script"));
    }

    #[test]
    fn what_a_browser_could_run_is_a_stream_of_bytes_trust_90() {
        for hostile in
            [&b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"[..], b"<!doctype html><script>", b"<?xml version='1.0'?>"]
        {
            let ready = look_into(hostile.to_vec());
            assert_eq!((ready.media_type, ready.pixels), ("application/octet-stream", None));
        }
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_stays_a_download() {
        let ready = look_into(png(LONGEST_SIDE + 1, 1));
        assert_eq!(ready.pixels, None);
    }

    #[test]
    fn a_picture_of_too_many_pixels_stays_a_download_however_small_its_file() {
        let many = png(5_001, 5_000);
        assert!(many.len() < 1024 * 1024);
        let ready = look_into(many.clone());
        assert_eq!((ready.media_type, ready.pixels), ("application/octet-stream", None));
        assert!(ready.bytes == many);
    }

    #[test]
    fn a_picture_whose_decoded_form_takes_too_much_memory_stays_a_download_trust_107() {
        let deep = |side: u32| {
            let mut bytes = Cursor::new(Vec::new());
            DynamicImage::new_rgba16(side, side).write_to(&mut bytes, ImageFormat::Png).unwrap();
            look_into(bytes.into_inner()).pixels
        };
        assert_eq!(deep(3_500), Some((3_500, 3_500)));
        assert_eq!(deep(3_600), None);
    }

    #[test]
    fn a_picture_that_would_grow_beyond_the_limit_is_kept_as_it_was_sent() {
        let mut state = 1_u32;
        let noise = image::GrayImage::from_fn(4_000, 4_000, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            image::Luma([state.to_be_bytes()[0]])
        });
        let mut coarse = Cursor::new(Vec::new());
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut coarse, 30);
        DynamicImage::ImageLuma8(noise).write_with_encoder(encoder).unwrap();
        let coarse = coarse.into_inner();
        assert!(coarse.len() < FILE_LIMIT, "{}", coarse.len());
        let ready = look_into(coarse.clone());
        assert_eq!((ready.media_type, ready.pixels), ("application/octet-stream", None));
        assert!(ready.bytes == coarse);
    }

    #[test]
    fn a_broken_picture_stays_a_download() {
        let mut broken = png(30, 30);
        broken.truncate(60);
        assert_eq!(look_into(broken).pixels, None);
    }

    /// One pixel of each form.
    const LOSSY: &str = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
    const LOSSLESS: &str = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";
    const ALPHA: &str = "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==";
    const ANIMATION: &str =
        "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA";

    #[test]
    fn trust_107_only_the_form_of_webp_whose_decoder_takes_what_its_pixels_take_is_drawn() {
        let ready = |webp: &str| look_into(STANDARD.decode(webp).unwrap());
        assert_eq!((ready(LOSSY).media_type, ready(LOSSY).pixels), ("image/png", Some((1, 1))));
        for other in [LOSSLESS, ALPHA, ANIMATION] {
            assert!(decode(&STANDARD.decode(other).unwrap(), ImageFormat::WebP).is_some(), "it could be drawn");
            assert_eq!((ready(other).media_type, ready(other).pixels), ("application/octet-stream", None));
            assert!(ready(other).bytes == STANDARD.decode(other).unwrap());
        }
    }

    #[test]
    fn a_photo_of_more_scans_than_any_camera_makes_is_not_decoded_over_and_over_trust_107() {
        let mut bytes = Vec::new();
        let photo = DynamicImage::new_rgb8(8, 8);
        photo.write_with_encoder(JpegEncoder::new(&mut bytes)).unwrap();
        assert!(look_into(bytes.clone()).pixels.is_some());
        bytes.extend(SCAN.repeat(MOST_SCANS));
        assert_eq!(look_into(bytes).pixels, None);
    }

    #[test]
    fn a_document_is_known_by_its_content() {
        assert_eq!(look_into(b"%PDF-1.7 ...".to_vec()).media_type, "application/pdf");
    }
}
