// The HTTP contract of what is neither an edit nor a hint: signing in and asking who one is.

import { z } from 'zod';
import { isDeviceId, isUuid } from '../base/ids.ts';
import { roles } from '../domain/access/role.ts';
import type { PhotoPart, Sha256 } from '../domain/photo/photo.ts';
import { lineText } from '../domain/text.ts';

/** The PC that signs in. */
export const deviceInput = z.object({
  id: z.string().refine(isDeviceId),
  incarnation: z.string().refine(isUuid),
  name: lineText(60),
});

/** `POST /session`: signs a user in on a PC. */
export const signInInput = z.object({
  email: z.email().max(120),
  password: z.string().min(1).max(200),
  device: deviceInput,
});
export type SignInInput = z.output<typeof signInInput>;

/** Who is signed in, where, and as what. */
export const sessionUser = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  shopId: z.string(),
  shopName: z.string(),
  /** IANA name of the shop's time zone. */
  timeZone: z.string(),
  role: z.enum(roles),
  /** The PC that was asked from, and the letter by which the shop tells its receipts; absent from older clouds. */
  pc: z.object({ id: z.string(), letter: z.string().regex(/^[A-Z]{1,4}$/) }).exactOptional(),
});
export type SessionUser = z.output<typeof sessionUser>;

/** The answer to a sign-in: a bearer token and its user. */
export const signInAnswer = z.object({ token: z.string(), user: sessionUser });

/** `GET /devices`: the PCs of the shop, the one seen last first. */
export const shopDevices = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Who signed in there last. */
      by: z.string(),
      seenAt: z.int().min(0),
      isRevoked: z.boolean(),
    }),
  ),
});
export type ShopDevice = z.output<typeof shopDevices>['devices'][number];

/** The body of every answer that is not a success: a code for programs and a reference to read out. */
export const apiError = z.object({
  error: z.object({
    code: z.enum([
      'invalid',
      'unauthorized',
      'forbidden',
      'not-found',
      'conflict',
      'too-large',
      'too-many',
      'upgrade',
      'unavailable',
      'unexpected',
    ]),
    field: z.string().optional(),
    reference: z.string().optional(),
  }),
});

export type ApiError = z.output<typeof apiError>['error'];

/** Every route: method, path, and where its schemas stand. */
export const routes = {
  health: { method: 'GET', path: '/health' },
  signIn: { method: 'POST', path: '/session' },
  session: { method: 'GET', path: '/session' },
  signOut: { method: 'DELETE', path: '/session' },
  /** The PC of a session becomes another device: its folder was restored or copied. */
  enrol: { method: 'POST', path: '/session/device' },
  devices: { method: 'GET', path: '/devices' },
  history: { method: 'POST', path: '/history' },
  push: { method: 'POST', path: '/sync/push' },
  pull: { method: 'POST', path: '/sync/pull' },
  snapshot: { method: 'POST', path: '/sync/snapshot' },
  compare: { method: 'POST', path: '/sync/compare' },
  live: { method: 'GET', path: '/sync/live' },
  presence: { method: 'POST', path: '/sync/presence' },
  command: { method: 'POST', path: '/commands/:name' },
  dmsCustomers: { method: 'POST', path: '/dms/customers' },
  dmsVehicles: { method: 'POST', path: '/dms/vehicles' },
  reserveNumber: { method: 'POST', path: '/dms/reserve' },
  dmsConnection: { method: 'GET', path: '/dms/connection' },
  writeDmsConnection: { method: 'PUT', path: '/dms/connection' },
  testDmsConnection: { method: 'POST', path: '/dms/connection/test' },
  journalBook: { method: 'POST', path: '/dms/journal/book' },
  writeJournalSettings: { method: 'PUT', path: '/dms/journal/settings' },
  makeJournal: { method: 'POST', path: '/dms/journal' },
  journalFile: { method: 'POST', path: '/dms/journal/file' },
  /** Files of photos: begun here, sent in pieces to their own address, fetched from it (tus 1.0.0). */
  addPhoto: { method: 'POST', path: '/photos' },
  photo: { method: 'GET', path: '/photos/:sha256' },
  thumb: { method: 'GET', path: '/photos/:sha256/thumb' },
} as const;

/** The address of a photo's file. */
export const photoPath = (sha256: Sha256, part: PhotoPart): string =>
  part === 'full' ? `/photos/${sha256}` : `/photos/${sha256}/thumb`;

/** The address of a command. */
export const commandPath = (name: string): string => `/commands/${name}`;
