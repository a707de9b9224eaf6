/** Starts the desktop app on a data folder, and hears from it when its window and its list stand. */
import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { root } from './project.mjs';
import { complain, Trouble } from './tell.mjs';

/** What Electron itself says on a machine without a desktop. */
const noise = /dbus|bus\.cc|GPU process|gpu_|viz_main|vaapi|libva|Gtk-WARNING|^\s*$/i;

/** The child, and two promises: milliseconds until the window shows, and until the list answers. */
export function startApp({ runtime, env, quiet }) {
  const flags = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const display = quiet ? ['--disable-gpu'] : [];
  const from = performance.now();
  const child = spawn(runtime.program, [...flags, ...display, root], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const heard = { window: deferred(), list: deferred() };
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'shopfile: window shown') heard.window.resolve(performance.now() - from);
    else if (line === 'shopfile: list ready') heard.list.resolve(performance.now() - from);
    else process.stdout.write(`${line}\n`);
  });
  readline.createInterface({ input: child.stderr }).on('line', (line) => {
    if (!noise.test(line)) process.stderr.write(`${line}\n`);
  });
  return { child, window: heard.window.promise, list: heard.list.promise, ended: endOf(child) };
}

const endOf = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => {
      complain(
        new Trouble(`The app could not be started: ${error.message}`, 'check ELECTRON_EXECUTABLE if you set it.'),
      );
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(signal ? 128 : code));
  });

function deferred() {
  const made = {};
  made.promise = new Promise((resolve) => (made.resolve = resolve));
  return made;
}
