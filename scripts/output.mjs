/** Where a suite's words go: to the screen as they come, or all of them at its end while another suite has the screen. */
import fs from 'node:fs';
import { say } from './tell.mjs';

export const shown = { stdio: 'inherit', say, end: () => undefined };

/** Keeps the words in a file until the end. */
export function heldBack(file) {
  const descriptor = fs.openSync(file, 'w');
  return {
    stdio: ['ignore', descriptor, descriptor],
    say: (line) => void fs.writeSync(descriptor, `${line}\n`),
    end() {
      fs.closeSync(descriptor);
      process.stdout.write(fs.readFileSync(file));
    },
  };
}
