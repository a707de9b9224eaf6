/** A PC at which somebody types until its process dies, and what is looked for in its file afterwards. */
import Database from 'better-sqlite3';
import type { EstimateId, WorkfileId } from '../../src-shared/base/ids.ts';
import type { TestCloud } from '../support/cloud.ts';
import { sheetOf } from '../support/desktop-estimate.ts';
import { canonical } from './canonical.ts';
import { type FaultyShop, type Life, openFaultyShop, type TrustPc } from './faulty-shop.ts';
import { halvesIn } from './half-written.ts';
import { createHistory, type History } from './history.ts';
import { readReplica } from './replica.ts';
import type { Suite } from './trust-run.ts';
import { openWitness } from './witness.ts';

export type Mortal = {
  readonly shop: FaultyShop;
  readonly pc: TrustPc;
  /** Somebody else of the shop, who lives on. */
  readonly other: TrustPc;
  readonly history: History;
  /** Starts the PC if it is dead, or anew if something is to be different; a start that takes for ever is an error. */
  rise(life?: Life): Promise<void>;
  /** Types lines and prices into a new workfile until the PC dies, at most so many; answers what a witness saw. */
  typeUntilDead(kill: () => Promise<unknown>, most?: number): Promise<readonly string[]>;
  /** What of all that was acknowledged is missing or half in the file of the dead PC. */
  inspect(): readonly string[];
};

export async function openMortal(cloud: TestCloud, suite: Suite): Promise<Mortal> {
  const shop = await openFaultyShop(cloud);
  const other = await shop.pc({ name: 'PC-2' });
  const pc = await shop.pc({ name: 'PC-1', killable: true });
  const history = createHistory();
  const typist: Typist = { pc, history, typed: { last: 0, draft: null } };
  return {
    shop,
    pc,
    other,
    history,
    async rise(life) {
      const isUp = (await pc.reply('session.state', {})).ok;
      if (isUp && life === undefined) return;
      if (isUp) await pc.stop();
      const from = performance.now();
      // Who is doomed may die before it is ready.
      await pc.start(life).catch((error: unknown) => life?.doom ?? Promise.reject(error));
      suite.most('ms the slowest start', performance.now() - from);
    },
    async typeUntilDead(kill, most = 100_000) {
      const begun = await beginWorkfile(typist);
      if (begun === null) return [];
      const witness = openWitness(pc.dataDir);
      const killing = kill();
      const hidden: string[] = [];
      for (let left = most; left > 0; left -= 1) {
        const id = await typeLine(typist, begun);
        if (id === null) break;
        if (!witness.sees(id)) hidden.push(id);
        // Somebody who never pauses would never be sent.
        if (left % 5 === 0) await pc.reply('sync.now', {});
      }
      await killing;
      await witness.close();
      suite.add('kills', 1);
      suite.add('looks', witness.looks());
      return [...witness.seen(), ...hidden.map((id) => `acknowledged and not there for everybody: ${id}`)];
    },
    inspect() {
      const { groups } = readReplica(pc.dataDir);
      const missing = history.deeds.filter(
        ({ told, kind, id, group, value }) =>
          told === 'saved' && group !== '' && groups.get(`${kind}/${id}/${group}`)?.includes(canonical(value)) !== true,
      );
      return [
        ...missing.map(({ kind, id, group }) => `acknowledged and lost: ${kind}/${id}/${group}`),
        ...halvesIn(pc.dataDir),
        ...lostDraft(pc.dataDir, typist.typed.draft),
      ];
    },
  };
}

/** Text that was being typed and is kept, as the backend said. */
type KeptDraft = { readonly workfileId: WorkfileId; readonly place: string; readonly n: number };
type Typed = { last: number; draft: KeptDraft | null };
type Typist = { readonly pc: TrustPc; readonly history: History; readonly typed: Typed };
type Begun = { readonly workfileId: WorkfileId; readonly estimateId: EstimateId };

/** The text on the disk is the one that was acknowledged last, or a newer one. */
function lostDraft(dataDir: string, draft: KeptDraft | null): readonly string[] {
  if (draft === null) return [];
  const { workfileId, place, n } = draft;
  const look = new Database(`${dataDir}/shopfile.db`, { readonly: true });
  const [text = ''] = look
    .prepare('select text from draft where workfile_id = ? and place = ?')
    .pluck()
    .all(workfileId, place) as string[];
  look.close();
  const kept = text === '' ? 0 : Number(text.replace('typing ', ''));
  return kept >= n ? [] : [`typed and lost: ${place} was “typing ${n}” and is “${text}”`];
}

/** A new workfile and its estimate; null where the PC died over it. */
async function beginWorkfile({ pc, history }: Typist): Promise<Begun | null> {
  const made = await pc.reply('workfile.create', {});
  const told = made.ok ? 'saved' : 'unknown';
  history.note({
    pc: pc.name,
    did: 'create',
    told,
    kind: 'workfile',
    id: made.ok ? made.value : '',
    group: '',
    value: {},
  });
  const opened = made.ok ? await pc.reply('workfile.open', { workfileId: made.value }) : made;
  return made.ok && opened.ok ? { workfileId: made.value, estimateId: opened.value.estimate.id } : null;
}

/** A text that is being typed, a new line, and its price; null where the PC died over them. */
async function typeLine({ pc, history, typed }: Typist, { workfileId, estimateId }: Begun): Promise<string | null> {
  typed.last += 1;
  const n = typed.last;
  const note = (isSaved: boolean, id: string, what: 'text' | 'part', value: object) =>
    history.note({
      pc: pc.name,
      did: what === 'text' ? 'add' : 'change',
      told: isSaved ? 'saved' : 'unknown',
      kind: 'line',
      id,
      group: what,
      value: { ...value },
    });
  const draft = { workfileId, place: `estimate/${estimateId}/charges/towingCents` };
  if (!(await pc.reply('draft.keep', { ...draft, text: `typing ${n}` })).ok) return null;
  typed.draft = { ...draft, n };
  const text = { description: `typed ${n}` };
  const added = await pc.reply('line.add', { estimateId, after: null, lines: [{ text }] });
  const id = added.ok ? added.value[0] : undefined;
  note(added.ok, id ?? '', 'text', text);
  if (id === undefined) return null;
  const value = { type: 'oem', number: '', quantity: 1, priceCents: n, included: false, taxed: true } as const;
  const priced = await pc.reply('line.change', { lineId: id, group: 'part', value });
  note(priced.ok, id, 'part', value);
  return priced.ok ? id : null;
}

/** A workfile with so many lines, written by somebody whose PC lives. */
export async function writeLines({ other, history }: Mortal, words: string, count: number): Promise<void> {
  const workfileId = await other.ask('workfile.create', {});
  history.note({
    pc: other.name,
    did: 'create',
    told: 'saved',
    kind: 'workfile',
    id: workfileId,
    group: '',
    value: {},
  });
  const { estimate } = await sheetOf(other, workfileId);
  const lines = Array.from({ length: count }, (_, n) => ({ text: { description: `${words} ${n}` } }));
  await other.ask('line.add', { estimateId: estimate.id, after: null, lines });
}
