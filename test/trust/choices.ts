/** Somebody decides, on whatever PC, about a value that stands beside another or that was refused. */
import type { Chance } from '../../src-shared/demo/chance.ts';
import type { Side } from '../../src-shared/ipc/centre-requests.ts';
import type { Decision } from '../../src-shared/ipc/centre-shapes.ts';
import type { Desktop } from '../support/desktop.ts';
import type { Deed } from './history.ts';

export type Asked = Pick<Desktop, 'name' | 'reply'>;

/** Decides about the first that waits; answers what was done, nothing where none waits or it is not possible. */
export async function chooseByDice(pc: Asked, chance: Chance): Promise<readonly Deed[]> {
  const listed = await pc.reply('decision.list', {});
  const [decision] = listed.ok ? listed.value.decisions : [];
  if (decision === undefined) return [];
  const choice = chance.percent(60) ? 'mine' : 'theirs';
  const { ok } = await pc.reply('decision.choose', { ids: [decision.id], choice });
  return ok ? deedsOf(pc, decision, choice) : [];
}

/** The chosen value is what this person wants from now on, even where the record has to come back for it. */
function deedsOf(pc: Asked, { place, mine, theirs }: Decision, choice: Side): readonly Deed[] {
  const { kind, recordId: id, group } = place;
  const where = { pc: pc.name, told: 'saved', kind, id, group } as const;
  const chosen = choice === 'mine' ? mine : theirs;
  return chosen === null
    ? [{ ...where, did: 'give-up', value: mine.value }]
    : [
        { ...where, did: 'restore', value: {} },
        { ...where, did: 'give-up', value: chosen.value },
      ];
}
