/** `npm run trust -- T01 T08 --count 100 --seed 5`: runs trust suites as often as wanted, fully unless a count is given; `mutants` shows that they bite. */
import fs from 'node:fs';
import { vitest } from './check.mjs';
import { npmPackages } from './npm-packages.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { run } from './run.mjs';
import { systemPackages } from './system-packages.mjs';
import { main, say, Trouble } from './tell.mjs';
import { runMutants } from './trust-mutants.mjs';

const folder = 'test/trust';
const ending = '.trust.ts';
const options = { '--count': 'TRUST_COUNT', '--seed': 'TRUST_SEED' };

await main(async () => {
  const { names, env } = asked(process.argv.slice(2));
  await systemPackages({ forTests: true });
  await npmPackages();
  const red = [];
  for (const name of names) {
    say(`\n== ${name}`);
    const code = name === 'mutants' ? await runMutants(env) : await runSuite(name, env);
    if (code !== 0) red.push(name);
  }
  say(red.length === 0 ? `\nGreen: ${names.join(' ')}` : `\nRed: ${red.join(' ')}`);
  return red.length === 0 ? 0 : 1;
});

/** The suites that are named, and how often and from which seed they run. */
function asked(words) {
  const names = [];
  const env = {};
  for (let i = 0; i < words.length; i += 1) {
    const option = options[words[i]];
    // What is asked for by its name runs fully anyway.
    if (words[i] === '--full') continue;
    if (option === undefined) names.push(words[i].toLowerCase());
    else {
      i += 1;
      if (!/^[1-9]\d*$/.test(words[i] ?? '')) throw new Trouble(`${words[i - 1]} needs a whole number above 0.`);
      env[option] = words[i];
    }
  }
  const known = [...suites(), 'mutants'];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown || names.length === 0) {
    throw new Trouble(
      unknown ? `There is no suite \`${unknown}\`.` : 'Which suite?',
      `name any of: ${known.join(' ')}`,
    );
  }
  return { names, env };
}

/** What stands before the first hyphen of a suite's files is its name. */
function suites() {
  const files = fs.readdirSync(inProject(folder)).filter((file) => file.endsWith(ending));
  return [...new Set(files.map((file) => file.slice(0, -ending.length).split('-')[0]))];
}

function runSuite(name, env) {
  const files = [`${folder}/${name}-`, `${folder}/${name}.`];
  return run(node, vitest('trust', ...files), { env: toolEnv({ TRUST_BY_NAME: '1', ...env }) });
}
