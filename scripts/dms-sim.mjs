/** `npm run dms-sim -- --recall key`: a simulated dealer's system with a journal of all that it booked. */
import { npmPackages } from './npm-packages.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { run } from './run.mjs';
import { main } from './tell.mjs';

await main(async () => {
  await npmPackages();
  return run(node, [inProject('src-cloud/dms/simulator/program.ts'), ...process.argv.slice(2)], { env: toolEnv({}) });
});
