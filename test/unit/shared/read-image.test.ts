/** A photo is told by its bytes: what is taken in, what is refused, and what is not carried along. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxPhotoBytes } from '../../../src-shared/domain/photo/photo.ts';
import { headBytes, isBare, readPhoto, readPhotoHead, readThumb } from '../../../src-shared/domain/photo/read-image.ts';
import {
  exifSegment,
  join,
  noisyJpeg,
  pngOf,
  pngText,
  segment,
  smallJpeg,
  smallWebp,
  text,
  withSegments,
} from '../../support/photos.ts';

const read = (bytes: Uint8Array) => {
  const image = readPhoto(bytes);
  if (!image.ok) throw new Error(JSON.stringify(image.failure));
  return { ...image.value, bare: join(...image.value.parts) };
};
const issueOf = (bytes: Uint8Array): string => {
  const image = readPhoto(bytes);
  return image.ok ? 'taken' : image.failure.kind === 'invalid' ? image.failure.issue : image.failure.kind;
};

describe('a picture', () => {
  test.each([
    ['jpeg', smallJpeg],
    ['webp', smallWebp],
    ['png', pngOf(24, 16)],
  ])('of type %s is known by its first bytes, with its size', (type, bytes) => {
    expect(read(bytes)).toMatchObject({ type, width: 24, height: 16 });
  });

  test('that holds nothing beside the picture is left as it is', () => {
    for (const bytes of [smallJpeg, smallWebp, pngOf(24, 16), noisyJpeg(100_000, 1)]) {
      const image = read(bytes);
      expect(image.bare).toEqual(bytes);
      expect(isBare(bytes, image)).toBe(true);
    }
  });

  test('loses where it was taken, with what, and everything behind its end', () => {
    const secret = 'N 42.3314 W 83.0458 Serial 0042';
    const camera = [
      exifSegment({ note: secret }),
      segment(0xfe, text(secret)),
      segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
    ];
    const taken = withSegments(smallJpeg, camera, text(`PK\x03\x04 ${secret}`));
    const image = read(taken);
    expect(image.bare).toEqual(smallJpeg);
    expect(isBare(taken, image)).toBe(false);
    expect(Buffer.from(image.bare).includes('N 42')).toBe(false);
    const png = pngOf(24, 16, [pngText(secret)]);
    expect(read(join(png, text(secret))).bare).toEqual(pngOf(24, 16));
  });

  test.each([true, false])('keeps the way its camera was held and tells when (little endian: %s)', (little) => {
    const image = read(withSegments(smallJpeg, [exifSegment({ turn: 6, little, note: 'N 42.3314' })]));
    expect(image).toMatchObject({ width: 16, height: 24, camera: '2026-11-21 14:05' });
    const again = read(image.bare);
    expect(again).toMatchObject({ width: 16, height: 24, camera: '' });
    expect(again.bare).toEqual(image.bare);
    expect(isBare(image.bare, again)).toBe(true);
  });

  test('whose camera writes nonsense is taken without it', () => {
    for (const takenAt of ['', '0000:00:00 00:00:00', 'yesterday at noon..']) {
      expect(read(withSegments(smallJpeg, [exifSegment({ turn: 99, takenAt })]))).toMatchObject({
        width: 24,
        camera: '',
      });
    }
  });

  test('made bare is bare for ever, whatever stood beside it', () => {
    const beside = fc.array(fc.tuple(fc.integer({ min: 0xe0, max: 0xef }), fc.uint8Array({ maxLength: 60 })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(beside, fc.uint8Array({ maxLength: 40 }), (segments, tail) => {
        const { bare } = read(
          withSegments(
            smallJpeg,
            segments.map(([marker, content]) => segment(marker, content)),
            tail,
          ),
        );
        expect(read(bare).bare).toEqual(bare);
      }),
    );
  });
});

describe('refused without being decoded are', () => {
  test('pictures of more pixels than fifty million, by their header', () => {
    expect(issueOf(pngOf(50_000, 50_000))).toBe('photo-pixels');
    expect(issueOf(pngOf(10_000, 5_000))).toBe('taken');
    expect(issueOf(pngOf(10_001, 5_000))).toBe('photo-pixels');
    const wide = smallJpeg.slice();
    wide.set([0xff, 0xff, 0xff, 0xff], Buffer.from(wide).indexOf(Buffer.of(0xff, 0xc0)) + 5);
    expect(issueOf(wide)).toBe('photo-pixels');
  });

  test('a WebP whose frame is larger than it announces', () => {
    const lying = smallWebp.slice();
    const frame = Buffer.from(lying).indexOf('VP8 ');
    lying.set([0xff, 0x3f, 0xff, 0x3f], frame + 14);
    expect(issueOf(lying)).toBe('photo-pixels');
  });

  test('files of more than 25 MB', () => expect(issueOf(new Uint8Array(maxPhotoBytes + 1))).toBe('photo-bytes'));

  test('the phone’s own format, by its name', () => {
    expect(issueOf(join(text('\0\0\0\x18ftypheic'), new Uint8Array(40)))).toBe('photo-heic');
    expect(issueOf(join(text('\0\0\0\x18ftypmp42'), new Uint8Array(40)))).toBe('photo-type');
  });

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html><script>1</script>'],
    ['PDF', '%PDF-1.7'],
    ['ZIP', 'PK\x03\x04'],
    ['gzip', '\x1f\x8b\x08'],
    ['GIF', 'GIF89a'],
    ['BMP', 'BM'],
    ['TIFF', 'II*\0'],
    ['nothing', ''],
  ])('%s', (_, start) => expect(issueOf(join(text(start), new Uint8Array(64)))).toBe('photo-type'));

  test('pictures that break off anywhere', () => {
    for (const bytes of [smallJpeg, smallWebp, pngOf(24, 16)]) {
      for (let length = 12; length < bytes.length; length += 7) {
        expect(['photo-broken', 'photo-type']).toContain(issueOf(bytes.subarray(0, length)));
      }
    }
  });

  test('a JPEG of thousands of scans', () => {
    const scan = smallJpeg.subarray(Buffer.from(smallJpeg).indexOf(Buffer.of(0xff, 0xda)), -2);
    const scans = Array.from({ length: 2_000 }, () => scan);
    expect(issueOf(join(smallJpeg.subarray(0, -2), ...scans, smallJpeg.subarray(-2)))).toBe('photo-broken');
  });

  test('any bytes at all, without an error and soon', () => {
    const starts = [smallJpeg, smallWebp, pngOf(24, 16)].map((bytes) => bytes.subarray(0, 40));
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 3_000 }), (start, rest) => {
        readPhoto(join(start, rest));
        readPhotoHead(join(start, rest));
        readThumb(join(start, rest));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('the beginning of a file is enough to refuse a bomb before it is drawn', () => {
  expect(readPhotoHead(pngOf(50_000, 50_000).subarray(0, 64))).toMatchObject({ ok: false });
  expect(readPhotoHead(noisyJpeg(2_000_000, 1).subarray(0, headBytes))).toMatchObject({
    ok: true,
    value: { width: 24 },
  });
  expect(readPhotoHead(smallJpeg.subarray(0, 60))).toBe('short');
});

test('a thumbnail is a small JPEG and nothing else', () => {
  expect(readThumb(smallJpeg).ok).toBe(true);
  expect(readThumb(pngOf(24, 16)).ok).toBe(false);
  expect(readThumb(noisyJpeg(300_000, 1)).ok).toBe(false);
});
