/** `npm run model -- export`: explores every story of one export to a dealer's system; the last line counts. */
import { npmPackages } from './npm-packages.mjs';
import { inProject, node, toolEnv } from './project.mjs';
import { run } from './run.mjs';
import { main } from './tell.mjs';

await main(async () => {
  await npmPackages();
  return run(node, [inProject('test/model/run.ts'), ...process.argv.slice(2)], { env: toolEnv({}) });
});
