/**
 * `npm start`: sets the machine up, starts an embedded cloud with a demo shop, and opens the app signed in.
 *
 *   npm start                 the first PC
 *   npm start -- --second     a second PC of the same shop, with its own data folder
 *   npm start -- --offline    without a cloud
 *   npm start -- --smoke      waits for the list, prints how long it took, and ends
 *   npm start -- --reset      puts the demo data aside and begins anew
 */
import fs from 'node:fs';
import path from 'node:path';
import { startApp } from './app.mjs';
import { buildIfChanged } from './build.mjs';
import { openCloud } from './cloud.mjs';
import { dataFolder, demoPcs } from './demo.mjs';
import { openDisplay } from './display.mjs';
import { stop } from './run.mjs';
import { setUp } from './set-up.mjs';
import { main, say, Trouble } from './tell.mjs';

const known = ['--second', '--offline', '--smoke', '--reset'];
const smokeMs = 60_000;

await main(async () => {
  const given = process.argv.slice(2);
  const unknown = given.find((argument) => !known.includes(argument));
  if (unknown) throw new Trouble(`\`${unknown}\` is not known.`, `use any of ${known.join(' ')}`);
  const wants = (flag) => given.includes(flag);
  if (wants('--reset')) putDataAside();

  const runtime = await setUp();
  await buildIfChanged();
  const cloud = wants('--offline') ? undefined : await openCloud();
  if (cloud?.joined) say('  Joined the cloud that is already running.');
  try {
    return await openApp(runtime, cloud, wants);
  } finally {
    await cloud?.close();
  }
});

async function openApp(runtime, cloud, wants) {
  const display = await openDisplay();
  if (display.virtual) say(`  There is no display; a virtual one is used (${display.env.DISPLAY}).`);
  const pc = wants('--second') ? demoPcs.second : demoPcs.first;
  const app = startApp({ runtime, quiet: display.virtual, env: { ...display.env, ...environmentOf(pc, cloud) } });
  const halt = () => void stop(app.child);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, halt);
  try {
    say(`  Shopfile opens as ${pc.name}${cloud ? ` at ${cloud.url}` : ', offline'}.`);
    return wants('--smoke') ? await smoke(app, pc) : await app.ended;
  } finally {
    await stop(app.child);
    display.close();
  }
}

function environmentOf(pc, cloud) {
  return {
    SHOPFILE_USER_DATA: path.join(dataFolder, pc.folder),
    SHOPFILE_PC_NAME: pc.name,
    SHOPFILE_SIGN_IN: pc.signIn,
    ...(cloud && { SHOPFILE_CLOUD_URL: cloud.url }),
  };
}

/** Waits for the list that answers, and says when it came. */
async function smoke(app, pc) {
  const advice = `read ${path.join(dataFolder, pc.folder, 'logs', 'main.log')}`;
  const late = new Promise((resolve) =>
    setTimeout(resolve, smokeMs, `was not there within ${smokeMs / 1000} s`).unref(),
  );
  const early = app.ended.then((code) => `did not come: the app ended with code ${code}`);
  const trouble = Promise.race([late, early]).then((why) => Promise.reject(new Trouble(`The list ${why}.`, advice)));
  const shown = await Promise.race([app.window, trouble]);
  const listed = await Promise.race([app.list, trouble]);
  trouble.catch(() => {});
  say(`window ${Math.round(shown)} ms, list ${Math.round(listed)} ms after spawn`);
  return 0;
}

/** Nothing is deleted: the old data stay beside the new, under the time they were put aside. */
function putDataAside() {
  if (!fs.existsSync(dataFolder)) return;
  const aside = `${dataFolder}-${new Date().toISOString().replaceAll(':', '.').slice(0, 19)}`;
  fs.renameSync(dataFolder, aside);
  say(`  The old demo data are now in ${aside}`);
}
