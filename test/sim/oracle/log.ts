/** The log itself, which the other invariants rest on: no edit twice, no number left out. */
import type { Scene } from './scene.ts';

export function logHasNoGap({ shop }: Pick<Scene, 'shop'>): readonly string[] {
  const seen = new Set<string>();
  return shop.log.flatMap((entry, i) => {
    const problems = entry.seq === i + 1 ? [] : [`number ${entry.seq} stands at place ${i + 1}`];
    if (seen.has(entry.edit)) problems.push(`${entry.edit} is in the log twice`);
    seen.add(entry.edit);
    return problems;
  });
}
