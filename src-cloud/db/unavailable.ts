/** Tells trouble that passes (a lock waited for too long, a connection lost) from mistakes in the program. */

/** The database cannot serve now; the same request may be sent again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly statusCode = 503;
}

const passing = new Set(['55P03', '57014', '40001', '40P01', '53100', '53200', '53300', '25P03', '55006']);
const lost = /^(08|57P)/;
const lostSocket = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** The error itself, or the one that says "later" where waiting can help. */
export function unavailable(error: unknown): unknown {
  const code = codeOf(error);
  const isPassing = passing.has(code) || hasLostConnection(error);
  return isPassing ? new DatabaseUnavailable(`database unavailable (${code || 'connection'})`) : error;
}

/** Whether the connection itself is gone, so that it must not be used again. */
export function hasLostConnection(error: unknown): boolean {
  const code = codeOf(error);
  return (
    lost.test(code) ||
    lostSocket.has(code) ||
    /connection terminated|connection error|timeout exceeded/i.test(messageOf(error))
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
