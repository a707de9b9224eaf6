/** Copies the embedded database every hour in which something changed, beginning shortly after the start. */
import { writeCopy } from './copies.ts';

/** Writes one line to the log. */
export type Say = (event: string, fields: Readonly<Record<string, string | number>>) => void;

export type Copied = {
  readonly folder: string;
  readonly everyMs: number;
  /** A text that differs whenever something was written since. */
  readonly state: () => Promise<string>;
  readonly dump: () => Promise<Blob>;
  readonly say: Say;
};

const firstMs = 60_000;

/** Answers how to stop; a copy that is being written is finished first. */
export function startCopying(copied: Copied): () => Promise<void> {
  let last = '';
  let under = Promise.resolve();
  const copy = async () => {
    const state = await copied.state();
    if (state === last) return;
    await writeCopy(copied.folder, await copied.dump());
    last = state;
  };
  const run = () => {
    under = under.then(copy).catch((error: unknown) => {
      const why = error instanceof Error ? error.message.slice(0, 200) : String(error);
      copied.say('database-not-copied', { words: `The hourly copy of the database failed: ${why}` });
    });
  };
  const first = setTimeout(run, Math.min(firstMs, copied.everyMs));
  const each = setInterval(run, copied.everyMs);
  return () => {
    clearTimeout(first);
    clearInterval(each);
    return under;
  };
}
