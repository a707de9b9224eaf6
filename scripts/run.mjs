/** Child processes: run one to its end, or read what it says. */
import { spawn } from 'node:child_process';
import { root, toolEnv } from './project.mjs';
import { Trouble } from './tell.mjs';

/** Runs a command with its output shown; answers its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: toolEnv(), ...options });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 128 : code));
  });
}

/** Runs a command quietly; answers its output, or a trouble with the last lines of what it said. */
export async function quietly(command, args, { advice, ...options } = {}) {
  const { code, output } = await capture(command, args, options);
  if (code === 0) return output;
  throw new Trouble(`\`${[command, ...args].join(' ')}\` failed:\n${lastLines(output)}`, advice);
}

/** Runs a command quietly; answers its exit code and everything it said. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: toolEnv(), ...options });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) => resolve({ code: signal ? 128 : code, output }));
  });
}

/** Asks a child to stop, and after five seconds makes it. */
export function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

const lastLines = (text) => text.trimEnd().split('\n').slice(-15).join('\n');
