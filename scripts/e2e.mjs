/** Runs Playwright on the real Electron, built and with a virtual display; arguments go on to Playwright. */
import { pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { openDisplay } from './display.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { run } from './run.mjs';
import { setUp } from './set-up.mjs';
import { main } from './tell.mjs';

/** Answers Playwright's exit code; its words go where `stdio` says. */
export async function playwright(args, env = {}, stdio = 'inherit') {
  const { program } = await setUp({ forTests: true });
  await buildIfChanged();
  const display = await openDisplay({ always: true });
  const cli = inProject('node_modules/@playwright/test/cli.js');
  try {
    return await run(node, [cli, 'test', ...args], {
      stdio,
      env: toolEnv({ ELECTRON_EXECUTABLE: program, ...display.env, ...env }),
    });
  } finally {
    display.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => playwright(['--project=e2e', ...process.argv.slice(2)]));
}
