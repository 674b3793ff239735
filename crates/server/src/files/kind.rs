//! What a file is: by its content, never by its name or by what its sender says.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// Pictures larger than this on a side stay downloads: nobody looks at them in a chat.
const LONGEST_SIDE: u32 = 8_000;
/// Memory that decoding one picture may take, in bytes.
const DECODING_MEMORY: u64 = 192 * 1024 * 1024;
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

/// Looks into `bytes`. A raster picture is decoded and encoded anew, which drops whatever else was hidden in the file,
/// its place and camera included. What cannot be decoded within the limits stays a download.
pub fn look_into(bytes: Vec<u8>) -> Ready {
    if let Some(picture) = picture(&bytes) {
        return picture;
    }
    let media_type = document_type(&bytes);
    Ready { bytes, media_type, pixels: None }
}

fn picture(bytes: &[u8]) -> Option<Ready> {
    let format = image::guess_format(bytes).ok()?;
    let (target, media_type) = if format == ImageFormat::Jpeg {
        (ImageFormat::Jpeg, "image/jpeg")
    } else if [ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP].contains(&format) {
        (ImageFormat::Png, "image/png")
    } else {
        return None;
    };
    let image = decode(bytes, format)?;
    let pixels = (image.width(), image.height());
    let mut anew = Cursor::new(Vec::new());
    if target == ImageFormat::Jpeg {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut anew, JPEG_QUALITY);
        DynamicImage::ImageRgb8(image.into_rgb8()).write_with_encoder(encoder).ok()?;
    } else {
        image.write_to(&mut anew, target).ok()?;
    }
    Some(Ready { bytes: anew.into_inner(), media_type, pixels: Some(pixels) })
}

fn decode(bytes: &[u8], format: ImageFormat) -> Option<DynamicImage> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(DECODING_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
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
    fn a_broken_picture_stays_a_download() {
        let mut broken = png(30, 30);
        broken.truncate(60);
        assert_eq!(look_into(broken).pixels, None);
    }

    #[test]
    fn a_document_is_known_by_its_content() {
        assert_eq!(look_into(b"%PDF-1.7 ...".to_vec()).media_type, "application/pdf");
    }
}
