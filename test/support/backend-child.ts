/** The backend hosted by plain Node over process messages, for tests that kill it. */
import { randomBytes } from 'node:crypto';
import { createBackend, startFailureOf } from '../../src-main/backend.ts';
import type { FromBackend, Question } from '../../src-shared/ipc/notices.ts';
import { trialOptions } from './backend-trial.ts';

/** What a child says besides answers and notices. */
export type ChildSays =
  | FromBackend
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: unknown; readonly detail: string };

const say = (message: ChildSays): void => void process.send?.(message);

try {
  const backend = await createBackend({
    ...trialOptions(process.argv[2] ?? ''),
    clock: Date.now,
    random: randomBytes,
    notify: (notice, data) => say({ notice, data }),
    log: (event) => event,
  });
  process.on('message', ({ n, name, input }: Question) => {
    void backend.ask(name, input).then((reply) => say({ n, reply }));
  });
  process.on('disconnect', () => void backend.close().then(() => process.exit()));
  say({ kind: 'ready' });
} catch (error) {
  const { failure, detail } = startFailureOf(error) ?? { failure: null, detail: String(error) };
  say({ kind: 'failed', failure, detail });
  process.disconnect();
}
