// Who has what open: hints for people, told over `GET /sync/live` and forgotten when the PC's stream ends.

import { z } from 'zod';
import { deviceId, recordId } from './protocol.ts';

const place = z.object({ workfile: recordId, section: z.string().max(40) });

/** `POST /sync/presence`: every workfile that a PC has open, and which part of it; it replaces what was said before. */
export const presenceInput = z.object({ open: z.array(place).max(40) });

/** The names of the live stream's events, besides the unnamed one that tells the newest number. */
export const liveEvents = { presence: 'presence', command: 'command' } as const;

/** The data of a `presence` event: all of the shop, the hearer's own PC included. */
export const presenceHint = z.object({
  present: z.array(z.object({ device: deviceId, pc: z.string(), by: z.string(), open: z.array(place) })),
});

/** The data of a `command` event: one that a PC waits for has its final answer now. */
export const commandHint = z.object({ id: recordId });
