/** What the scripts say: one line a step with its time, and for each trouble what to do by hand. */

/** A failure that a person can mend: what happened, and what to do. */
export class Trouble extends Error {
  constructor(what, advice) {
    super(what);
    this.advice = advice;
  }
}

export const say = (line) => process.stdout.write(`${line}\n`);

/** Runs one step, and says how long it took. */
export async function step(name, work) {
  const from = performance.now();
  say(`· ${name} …`);
  const answer = await work();
  say(`✓ ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  return answer;
}

/** The outermost call of a script: a trouble ends it with its advice, a defect with its stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    complain(error);
  }
}

/** Says what happened and what to do; of a defect, where it is. */
export function complain(error) {
  const words = error instanceof Trouble ? error.message : error.stack;
  process.stderr.write(`\n✗ ${words}\n`);
  if (error.advice) process.stderr.write(`  What to do: ${error.advice.replaceAll('\n', '\n  ')}\n`);
}
