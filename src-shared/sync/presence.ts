// Who has what open: hints for people, told over `GET /sync/live` and forgotten when the PC's stream ends.

import { z } from 'zod';
import { deviceId, recordId } from './protocol.ts';

/** A workfile that is open somewhere, the part of it in front, and whether somebody types there; an older PC does not say. */
const place = z.object({
  workfile: recordId,
  section: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  typing: z.literal(true).optional(),
});
export type Place = z.output<typeof place>;

/** The most workfiles that a PC tells of. */
export const maxPlaces = 40;
const open = z.array(place).max(maxPlaces);

/** `POST /sync/presence`: every workfile that a PC has open, and which part of it; it replaces what was said before. */
export const presenceInput = z.object({ open });
export type PresenceInput = { readonly open: readonly Place[] };

/** What is said is forgotten after this time, unless it is said again before. */
export const presenceLapsesMs = 150_000;

/** The names of the live stream's events, besides the unnamed one that tells the newest number. */
export const liveEvents = { presence: 'presence', command: 'command' } as const;

/** A PC, who works there, and what is open on it. */
export const pcPresence = z.object({ device: deviceId, pc: z.string().max(60), by: z.string().max(120), open });
export type PcPresence = z.output<typeof pcPresence>;

/** The data of a `presence` event: all of the shop, the hearer's own PC included. */
export const presenceHint = z.object({ present: z.array(pcPresence) });

/** The data of a `command` event: one that a PC waits for has its final answer now. */
export const commandHint = z.object({ id: recordId });
