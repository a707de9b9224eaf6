/** `npm run check`: format, types, lint, architecture, unit and property tests; what must be green before every commit. */
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { npmPackages } from './npm-packages.mjs';
import { inProject, node, root } from './project.mjs';
import { run } from './run.mjs';
import { main, say } from './tell.mjs';

const tool = (...parts) => inProject('node_modules', ...parts);
const typescript = tool('@typescript/native/bin/tsc');

/** Type-aware lint reads whole folders; naming them keeps it out of everything else. */
const linted = () => [...fs.readdirSync(root).filter((name) => name.startsWith('src-')), 'test', 'scripts'];

/** The checks that are no tests, quickest first. */
export const checks = () => [
  {
    name: 'format and lint',
    program: tool('@biomejs/biome/bin/biome'),
    args: ['ci', '--colors=off', '--error-on-warnings', '.'],
  },
  { name: 'types', program: typescript, args: ['-b'] },
  { name: 'types of the fallback Electron', program: typescript, args: ['-p', 'tsconfig.electron33.json'] },
  { name: 'lint with types', program: tool('oxlint/bin/oxlint'), args: ['--type-aware', ...linted()] },
  { name: 'unused code', program: tool('knip/bin/knip.js'), args: [] },
];

export const vitest = (project, ...args) => [tool('vitest/vitest.mjs'), 'run', '--project', project, ...args];

/** Runs one check by the project's Node; answers whether it passed. */
export async function passes({ name, program, args }) {
  const from = performance.now();
  say(`\n== ${name}`);
  const passed = (await run(node, [program, ...args])) === 0;
  say(`== ${name}: ${passed ? 'ok' : 'FAILED'} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  return passed;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await npmPackages();
    const [program, ...args] = vitest('unit');
    const failed = [];
    for (const check of [...checks(), { name: 'unit and property tests', program, args }]) {
      if (!(await passes(check))) failed.push(check.name);
    }
    say(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.join(', ')}`);
    return failed.length === 0 ? 0 : 1;
  });
}
