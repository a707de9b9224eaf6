/** The backend is killed at random moments while somebody types: what was acknowledged is there afterwards. */

import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LineId, WorkfileId } from '../../../src-shared/base/ids.ts';
import type { WorkfileSheet } from '../../../src-shared/ipc/shapes.ts';
import { type ChildBackend, startSoundBackend } from '../../support/backend-client.ts';
import { signInOn } from '../../support/backend-trial.ts';
import { peekInto } from '../../support/desktop-database.ts';
import { freshFolder, seededRandom } from '../../support/store.ts';

const place = { folder: '', remove: () => {} };
beforeEach(async () => {
  Object.assign(place, freshFolder('kill'));
  await signInOn(place.folder);
});
afterEach(() => place.remove());

/** What the backend said is safe: the hours of each line, and the text being typed. */
type Acknowledged = { readonly hours: Map<LineId, number>; draft: string; typed: number };

const labor = (tenths: number) => ({ type: 'body', tenths, included: false }) as const;

async function typeUntilDead(backend: ChildBackend, sheet: WorkfileSheet, safe: Acknowledged): Promise<void> {
  const { estimate, workfile } = sheet;
  const draftPlace = `estimate/${estimate.id}/charges/towingCents`;
  for (;;) {
    safe.typed += 1;
    const text = `typed ${safe.typed}`;
    const drafted = await backend.reply('draft.keep', { workfileId: workfile.id, place: draftPlace, text });
    if (drafted === null) return;
    safe.draft = text;
    const added = await backend.reply('line.add', { estimateId: estimate.id, after: null, lines: [{}] });
    if (added === null || !added.ok) return;
    const [lineId] = added.value as [LineId];
    safe.hours.set(lineId, 0);
    const tenths = safe.typed % 90_000;
    const changed = await backend.reply('line.change', { lineId, group: 'labor', value: labor(tenths) });
    if (changed === null) return;
    safe.hours.set(lineId, tenths);
  }
}

const kills = Number(process.env.KILLS ?? 20);

test(`of everything acknowledged before ${kills} kills nothing is lost`, { timeout: kills * 20_000 }, async () => {
  const seed = Number(process.env.KILL_SEED ?? 3);
  const random = seededRandom(seed);
  const safe: Acknowledged = { hours: new Map(), draft: '', typed: 0 };
  let backend = await startSoundBackend(place.folder);
  const created = await backend.reply('workfile.create', {});
  const workfileId = (created?.ok ? created.value : '') as WorkfileId;
  for (let kill = 0; kill < kills; kill += 1) {
    const sheet = await openSheet(backend, workfileId);
    const typing = typeUntilDead(backend, sheet, safe);
    await pause(20 + (random(1)[0] ?? 0));
    await backend.kill();
    await typing;
    backend = await startSoundBackend(place.folder);
    const after = await openSheet(backend, workfileId);
    const hours = new Map(after.lines.map((line) => [line.id, line.labor.tenths]));
    for (const [lineId, tenths] of safe.hours) {
      // One edit more than was acknowledged may have been written before the kill.
      const held = hours.get(lineId);
      const isLast = lineId === [...safe.hours.keys()].at(-1);
      expect(held === tenths || (isLast && held === safe.typed % 90_000), `seed ${seed}, kill ${kill}`).toBe(true);
      if (held !== undefined) safe.hours.set(lineId, held);
    }
    const draft = Number(after.drafts[0]?.text.slice('typed '.length));
    const acknowledged = Number(safe.draft.slice('typed '.length));
    expect(draft === acknowledged || draft === acknowledged + 1, `seed ${seed}, kill ${kill}`).toBe(true);
  }
  await backend.close();
  // How many there are is a matter of the machine; none at all would prove nothing.
  expect(safe.hours.size).toBeGreaterThan(0);
  const look = peekInto(place.folder);
  expect(look.value('select count(*) from line')).toBe(look.value("select count(*) from outbox where kind = 'line'"));
  expect(look.value('pragma integrity_check')).toBe('ok');
  look.close();
});

async function openSheet(backend: ChildBackend, workfileId: WorkfileId): Promise<WorkfileSheet> {
  const reply = await backend.reply('workfile.open', { workfileId });
  if (!reply?.ok) throw new Error(`not opened: ${JSON.stringify(reply)}`);
  return reply.value;
}

test('notices of an edit reach whoever listens to the process', async () => {
  const backend = await startSoundBackend(place.folder);
  await backend.reply('workfile.create', {});
  expect(backend.notices.map(({ notice }) => notice)).toEqual(
    expect.arrayContaining(['workfile.changed', 'list.changed', 'sync.changed']),
  );
  await backend.close();
});
