/** `npm run bench -- start list recalc sync`: runs the named benchmarks, one after the other, with what each one needs. */
import fs from 'node:fs';
import { buildIfChanged } from './build.mjs';
import { openDisplay } from './display.mjs';
import { startPostgres } from './postgres.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { quietly, run } from './run.mjs';
import { setUp } from './set-up.mjs';
import { main, say, step, Trouble } from './tell.mjs';

const folder = inProject('test/bench');
const ending = '.bench.ts';
const peers = ['pouchdb', 'rxdb', 'tinybase'];
/** What a benchmark runs in; the others open windows. */
const surroundings = { sync: besideEngines, export: onPostgres, recalc: besidePeers, grid: inChromium };
/** Those that need more of the system than a window. */
const onServer = ['sync', 'export'];

await main(async () => {
  const given = process.argv.slice(2);
  const end = given.findIndex((word) => word.startsWith('--'));
  const [names, options] = end < 0 ? [given, []] : [given.slice(0, end), given.slice(end)];
  const known = benchmarks();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown || names.length === 0) {
    throw new Trouble(
      unknown ? `There is no benchmark \`${unknown}\`.` : 'Which benchmark?',
      `name any of: ${known.join(' ')}`,
    );
  }
  const { program } = await setUp({ forTests: names.some((name) => onServer.includes(name)) });
  for (const name of names) {
    say(`\n== ${name}`);
    const inside = surroundings[name] ?? onDisplay;
    const measure = (env) =>
      run(node, ['--expose-gc', `${folder}/${name}${ending}`, ...options], { env: toolEnv(env) });
    const code = await inside(measure, { program, options });
    if (code !== 0) return code;
  }
  return 0;
});

async function onDisplay(work, { program }) {
  await buildIfChanged();
  const display = await openDisplay({ always: true });
  try {
    return await work({ ELECTRON_EXECUTABLE: program, ...display.env });
  } finally {
    display.close();
  }
}

async function besideEngines(work, { options }) {
  const systems = options.find((_, i) => options[i - 1] === '--systems') ?? peers.join();
  if (peers.some((peer) => systems.includes(peer))) await installPeers();
  return onPostgres(work);
}

/** Figures of a database that flushes nothing would flatter everybody. */
async function onPostgres(work) {
  const server = await startPostgres({ durable: true });
  try {
    return await work({ BENCH_DATABASE_URL: server.url });
  } finally {
    await server.close();
  }
}

async function besidePeers(work) {
  await installPeers();
  return work({});
}

/** It builds a page of its own and brings its browser along. */
async function inChromium(work) {
  return work({});
}

/** The peers have a lockfile of their own, and are never part of the project's packages. */
async function installPeers() {
  const home = inProject('test/bench/peers');
  const note = `${home}/node_modules/.package-lock.json`;
  if (fs.existsSync(note) && fs.statSync(note).mtimeMs >= fs.statSync(`${home}/package-lock.json`).mtimeMs) return;
  await step('Install the peers', () =>
    quietly('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
      cwd: home,
      advice: 'check that the npm registry can be reached, or leave those of `sync` out: --systems product,raw',
    }),
  );
}

function benchmarks() {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
}
