// A photo of a workfile. What it shows lies in a file named by its content; everything else about it stands here.

import { z } from 'zod';
import type { Brand } from '../../base/brand.ts';
import type { PhotoId } from '../../base/ids.ts';
import { isPosition } from '../estimate/place.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText, longText } from '../text.ts';

/** The SHA-256 of a file's bytes, which is also its name: 64 digits of base 16. */
export type Sha256 = Brand<string, 'Sha256'>;
const sha256Shape = /^[0-9a-f]{64}$/;
/** Whether text is a SHA-256. */
export const isSha256 = (text: string): text is Sha256 => sha256Shape.test(text);

/** The name of a file's content in a record; empty where a record came without one. */
export const contentName = z.union([z.literal(''), z.string().regex(sha256Shape)]).default('');

/** The kinds of picture that are taken in. */
export const photoTypes = ['jpeg', 'png', 'webp'] as const;
export type PhotoType = (typeof photoTypes)[number];

/** The most bytes and pixels that one photo may have, and the most photos of one workfile. */
export const maxPhotoBytes = 25 * 1024 * 1024;
export const maxPhotoPixels = 50_000_000;
export const maxPhotosOfWorkfile = 500;
/** The most letters of a caption. */
export const maxCaption = 500;

/** The two files of a photo: what was taken, and the small picture of it that travels first. */
export const photoParts = ['thumb', 'full'] as const;
export type PhotoPart = (typeof photoParts)[number];

/** The longest side of a thumbnail when it is made, and what is taken in at most. */
export const thumbSide = 320;
export const maxThumbSide = 640;
export const maxThumbBytes = 200 * 1024;

/** What of a vehicle a photo may show. */
export const photoAreas = [
  'front',
  'right-front',
  'right-side',
  'right-rear',
  'rear',
  'left-rear',
  'left-side',
  'left-front',
  'roof',
  'underbody',
  'interior',
  'engine',
  'odometer',
  'vin',
] as const;
export type PhotoArea = (typeof photoAreas)[number];
/** The most lines that one photo may be tagged with. */
export const maxPhotoLines = 50;

const side = z.int().min(0).max(maxPhotoPixels).default(0);

/** The groups of a photo. */
export const photoSpec = recordSpec(
  'photo',
  {
    parent: z.object({ workfileId: parentId }),
    /** The file: its name, and what a screen must know before the file is there. */
    content: z.object({
      sha256: contentName,
      bytes: z.int().min(0).max(maxPhotoBytes).default(0),
      width: side,
      height: side,
      type: z.enum(photoTypes).default('jpeg'),
    }),
    /** `camera` is what the camera's own clock said, `2026-11-21 14:05`; `at` is when it was added here. */
    taken: z.object({
      camera: lineText(16).default(''),
      at: z.int().min(0).default(0),
      by: lineText(120).default(''),
    }),
    caption: z.object({ text: longText(maxCaption).default('') }),
    place: z.object({ position: lineText(200).refine(isPosition).default('a0') }),
  },
  {
    /** How it is shown: turned to the right by so many quarters. Its file stays as it was taken. */
    view: z.object({ quarters: z.int().min(0).max(3).default(0) }),
    /** The parts of the vehicle and the lines that it shows. An area of a later version is kept. */
    tags: z.object({
      areas: z.array(lineText(40)).max(photoAreas.length).default([]),
      lineIds: z.array(z.uuid()).max(maxPhotoLines).default([]),
    }),
  },
);

export type Photo = RecordOf<typeof photoSpec, PhotoId>;
export type PhotoTags = NonNullable<Photo['tags']>;
