/** `npm run sim -- --seeds 2000` or `-- --seed 17`: simulated PCs, cloud and network, run by run; the last line counts. `--report file` leaves the counts as a test runner would. */
import { npmPackages } from './npm-packages.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { run } from './run.mjs';
import { main } from './tell.mjs';

await main(async () => {
  await npmPackages();
  return run(node, [inProject('test/sim/run.ts'), ...process.argv.slice(2)], { env: toolEnv({}) });
});
