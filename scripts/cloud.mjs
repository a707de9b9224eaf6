/** The embedded cloud of a demo start: joins the one that runs, or starts one and notes where it is. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { dataFolder } from './demo.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { stop } from './run.mjs';
import { step, Trouble } from './tell.mjs';

const note = path.join(dataFolder, 'cloud.json');
const startMs = 180_000;

/** Answers the cloud's address, and how to end what this call began. */
export async function openCloud() {
  const running = await findRunning();
  if (running) return { url: running.url, joined: true, close: async () => {} };
  return await step('Start the cloud', startCloud);
}

/** A cloud whose starter died is stopped, so that the present code serves. */
async function findRunning() {
  const noted = readNote();
  if (!noted || !isCloud(noted.pid)) return undefined;
  if (isAlive(noted.starter)) return noted;
  process.kill(noted.pid, 'SIGTERM');
  await untilGone(noted.pid);
  return undefined;
}

async function startCloud() {
  fs.mkdirSync(dataFolder, { recursive: true });
  const log = path.join(dataFolder, 'cloud.log');
  const child = spawn(node, [inProject('src-cloud/server.ts')], {
    cwd: dataFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: toolEnv({ SHOPFILE_CLOUD_DATA: path.join(dataFolder, 'cloud'), SHOPFILE_DEMO: '1', PORT: '0' }),
  });
  const logged = fs.createWriteStream(log);
  child.stdout.pipe(logged, { end: false });
  child.stderr.pipe(logged, { end: false });
  const url = await addressOf(child, log);
  fs.writeFileSync(note, JSON.stringify({ url, pid: child.pid, starter: process.pid }));
  const close = async () => {
    await stop(child);
    fs.rmSync(note, { force: true });
  };
  return { url, joined: false, close };
}

function addressOf(child, log) {
  return new Promise((resolve, reject) => {
    const fail = (why) => {
      child.kill('SIGKILL');
      const words = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n') : '';
      const advice = `read ${log}; to begin with a new demo shop: npm start -- --reset`;
      setTimeout(() => reject(new Trouble(`The cloud ${why}:\n${words}`, advice)), 100);
    };
    const limit = setTimeout(() => fail(`did not start within ${startMs / 1000} s`), startMs);
    child.once('exit', (code) => fail(`ended with code ${code}`));
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^shopfile-cloud: listening (\S+)/.exec(line)?.[1];
      if (!address) return;
      clearTimeout(limit);
      child.removeAllListeners('exit');
      resolve(address);
    });
  });
}

const readNote = () => (fs.existsSync(note) ? JSON.parse(fs.readFileSync(note, 'utf8')) : undefined);

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A number in a file may by now belong to another program. */
function isCloud(pid) {
  const commandLine = `/proc/${pid}/cmdline`;
  if (process.platform !== 'linux') return isAlive(pid);
  return fs.existsSync(commandLine) && fs.readFileSync(commandLine, 'utf8').includes('src-cloud/server.ts');
}

async function untilGone(pid) {
  for (let waited = 0; waited < 5000 && isAlive(pid); waited += 50) await new Promise((go) => setTimeout(go, 50));
}
