/** Where the project's things are, for every script. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const inProject = (...parts) => path.join(root, ...parts);

/** The Node that runs the product; the one running this script may be the system's older one. */
export const node = inProject('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** The environment in which the project's own tools come first, and the system's are all to be found. */
export const toolEnv = (more = {}) => ({
  ...process.env,
  PATH: [inProject('node_modules', '.bin'), process.env.PATH, '/usr/sbin', '/sbin'].join(path.delimiter),
  ...more,
});
