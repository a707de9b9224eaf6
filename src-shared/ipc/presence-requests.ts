// The requests about who of the shop has what open.

import { z } from 'zod';
import { isUuid } from '../base/ids.ts';
import type { PcPresence, PresenceInput } from '../sync/presence.ts';
import { type Nothing, nothing, request } from './request.ts';

const place = z.strictObject({
  workfile: z.string().refine(isUuid),
  section: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  typing: z.literal(true).optional(),
});

/** The entries of the door about presence. */
export const presenceRequests = {
  /** Says what this window has open, in place of what it said before, for the shop's other PCs to see. */
  'presence.show': request<PresenceInput, null>(z.strictObject({ open: z.array(place).max(40) })),
  /** Lists what the shop's other PCs have open, as far as it is known. */
  'presence.list': request<Nothing, readonly PcPresence[]>(nothing),
} as const;
