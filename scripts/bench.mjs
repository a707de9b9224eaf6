/** `npm run bench -- start list recalc`: runs the named benchmarks, one after the other. */
import fs from 'node:fs';
import { buildIfChanged } from './build.mjs';
import { openDisplay } from './display.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { run } from './run.mjs';
import { setUp } from './set-up.mjs';
import { main, say, Trouble } from './tell.mjs';

const folder = inProject('test/bench');
const ending = '.bench.ts';

await main(async () => {
  const known = benchmarks();
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown || wanted.length === 0) {
    throw new Trouble(
      unknown ? `There is no benchmark \`${unknown}\`.` : 'Which benchmark?',
      `name any of: ${known.join(' ')}`,
    );
  }
  const { program } = await setUp();
  await buildIfChanged();
  const display = await openDisplay({ always: true });
  const env = toolEnv({ ELECTRON_EXECUTABLE: program, ...display.env });
  try {
    for (const name of wanted) {
      say(`\n== ${name}`);
      const code = await run(node, ['--expose-gc', `${folder}/${name}${ending}`], { env });
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    display.close();
  }
});

function benchmarks() {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
}
