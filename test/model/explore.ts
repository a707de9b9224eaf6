/** Every world that can come from the first one, each once, and what is wrong with any of them. */
import type { Recall } from '../../src-shared/domain/dms/export-job.ts';
import { moves } from './moves.ts';
import type { Protocol } from './protocols.ts';
import { begin, settled, type World } from './world.ts';

export type Explored = {
  readonly states: number;
  /** States where the partner booked the payment more than once. */
  readonly doubles: number;
  /** States that say something of the payment that is not so. */
  readonly untrue: number;
  /** States from which the job never comes to an end. */
  readonly stuck: number;
  /** The shortest story of a double. */
  readonly story: readonly string[];
};

type Seen = { readonly world: World; readonly from: string | null; readonly by: string };

/** Explores them all, or until so many doubles are found. */
export function explore(recall: Recall, protocol: Protocol, enough = Number.POSITIVE_INFINITY): Explored {
  const first = settled(begin(recall));
  const seen = new Map<string, Seen>([[JSON.stringify(first), { world: first, from: null, by: '' }]]);
  const comesFrom = new Map<string, string[]>();
  let doubles = 0;
  for (const [key, { world }] of seen) {
    if (isDouble(world)) {
      // What is broken is not broken further.
      doubles += 1;
      if (doubles >= enough) break;
      continue;
    }
    for (const { what, after } of moves(world, protocol)) {
      const next = JSON.stringify(after);
      const before = comesFrom.get(next);
      if (before === undefined) comesFrom.set(next, [key]);
      else before.push(key);
      if (!seen.has(next)) seen.set(next, { world: after, from: key, by: what });
    }
  }
  const worlds = [...seen.values()].map(({ world }) => world);
  const double = [...seen].find(([, { world }]) => isDouble(world))?.[0] ?? null;
  return {
    states: seen.size,
    doubles,
    untrue: worlds.filter(isUntrue).length,
    stuck: seen.size - endable(seen, comesFrom),
    story: storyOf(seen, double),
  };
}

const isDouble = ({ booked }: World): boolean => booked.length > 1;

function isUntrue({ job, booked }: World): boolean {
  if (job.state.kind === 'posted') return booked.length === 0;
  return (job.state.kind === 'failed' || job.state.kind === 'cancelled') && booked.length > 0;
}

const ends: readonly string[] = ['posted', 'failed', 'cancelled', 'needs-check'];
const isEnd = (world: World): boolean => isDouble(world) || ends.includes(world.job.state.kind);

/** How many worlds an end can be reached from. */
function endable(seen: ReadonlyMap<string, Seen>, comesFrom: ReadonlyMap<string, readonly string[]>): number {
  const can = new Set([...seen].filter(([, { world }]) => isEnd(world)).map(([key]) => key));
  for (const key of can) for (const before of comesFrom.get(key) ?? []) can.add(before);
  return can.size;
}

function storyOf(seen: ReadonlyMap<string, Seen>, last: string | null): readonly string[] {
  const story: string[] = [];
  for (let at = last; at !== null; ) {
    const step = seen.get(at);
    if (step !== undefined && step.by !== '') story.unshift(step.by);
    at = step?.from ?? null;
  }
  return story;
}
