/** A display for the app: the one there is, or a virtual one. */
import { spawn } from 'node:child_process';
import { Trouble } from './tell.mjs';

const size = '1600x1000x24';

/** Answers the environment to add for programs with windows, and how to end it. */
export async function openDisplay({ always = false } = {}) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || (!always && (DISPLAY || WAYLAND_DISPLAY))) return { env: {}, close: () => {} };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await numberOf(server);
  return { env: { DISPLAY: `:${number}` }, virtual: true, close: () => server.kill('SIGTERM') };
}

function numberOf(server) {
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(new Trouble('The virtual display (Xvfb) does not start.', 'try `Xvfb :99` by hand, or set DISPLAY.'));
    server.once('error', fail);
    server.once('exit', fail);
    server.stdio[3].once('data', (text) => resolve(String(text).trim()));
  });
}
