/** A file that another program holds, a virus scanner or a backup mostly: what it refused is tried again for some seconds. */

/** How long somebody waits for a file before it is said that it is held. */
export const heldPatienceMs = 5_000;
/** Where everything else stands still meanwhile. */
const shortPatienceMs = 300;
const firstPauseMs = 20;
const longestPauseMs = 500;

/** What Windows answers while a file is held; elsewhere it mostly means missing rights, and stays what it is. */
const held: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

export const isHeld = (error: unknown): boolean => held.has(codeOf(error));

/** What the system calls an error; empty for one that is none of its own. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Does what touches a file, again and again while the file is held. */
export async function whenFree<T>(work: () => Promise<T>, pause: (ms: number) => Promise<unknown>): Promise<T> {
  for (const ms of pausesOf(heldPatienceMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isHeld(error)) throw error;
      await pause(ms);
    }
  }
  return work();
}

/** The same in a thread that has nothing else to do. */
export const whenFreeSync = <T>(work: () => T): T => patientSync(work, heldPatienceMs);

/** The same in a thread that others wait for: it is held up for a blink only. */
export const soonFreeSync = <T>(work: () => T): T => patientSync(work, shortPatienceMs);

function patientSync<T>(work: () => T, patienceMs: number): T {
  for (const ms of pausesOf(patienceMs)) {
    try {
      return work();
    } catch (error) {
      if (!isHeld(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    }
  }
  return work();
}

/** Short pauses first: most programs let go of a file in a moment. */
function* pausesOf(patienceMs: number): Generator<number> {
  let next = firstPauseMs;
  for (let left = patienceMs; left > 0; next = Math.min(next * 2, longestPauseMs)) {
    const ms = Math.min(next, left);
    left -= ms;
    yield ms;
  }
}
