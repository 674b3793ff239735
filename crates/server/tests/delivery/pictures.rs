//! Pictures as cameras and attackers make them.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

/// A harmless picture.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Png)
}

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A photo of 4 × 2 pixels, taken with the camera on its side, that tells where.
pub fn jpeg_with_a_place() -> Vec<u8> {
    let plain = encoded(4, 2, ImageFormat::Jpeg);
    // Exif: little endian, one directory with two entries: orientation 6 (turn right) and a copyright text.
    let place = b"60.1699 N, 24.9384 E\0";
    let mut tiff = b"II\x2A\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
    tiff.extend([0x98, 0x82, 2, 0, u8::try_from(place.len()).unwrap(), 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(place);
    let length = u16::try_from(2 + 6 + tiff.len()).unwrap();
    let mut photo = plain[..2].to_vec();
    photo.extend([0xFF, 0xE1]);
    photo.extend(length.to_be_bytes());
    photo.extend(b"Exif\0\0");
    photo.extend(tiff);
    photo.extend(&plain[2..]);
    photo
}

/// A picture of a few bytes that says it is enormous: its header is right, down to the checksum.
pub fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut picture = png(1, 1);
    picture[16..20].copy_from_slice(&width.to_be_bytes());
    picture[20..24].copy_from_slice(&height.to_be_bytes());
    let checksum = crc32(&picture[12..29]);
    picture[29..33].copy_from_slice(&checksum.to_be_bytes());
    picture
}

/// The checksum of PNG chunks (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}
