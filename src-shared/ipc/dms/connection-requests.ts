// The requests about the shop's connection to its dealer's system; all of them need the cloud.

import { type ConnectionInput, connectionInput } from '../../domain/dms/settings/connection.ts';
import type { ConnectionAnswer, ConnectionTest } from '../../sync/dms.ts';
import { type Nothing, nothing, request } from '../request.ts';

/** The connection's entries of the door. */
export const connectionRequests = {
  /** Asks for the connection as it is set up, without its secrets. */
  'dms.connection': request<Nothing, ConnectionAnswer>(nothing),
  /** Sets it up anew; secrets that are absent stay as they are. */
  'dms.save-connection': request<ConnectionInput, null>(connectionInput),
  /** Tries how far a question to the partner comes; nothing is changed there. */
  'dms.test-connection': request<Nothing, ConnectionTest>(nothing),
} as const;
