/** `npm run schema`: writes what the migrations make into migrations/*.schema.sql, for reviewers and a test to compare. */

import { npmPackages } from './npm-packages.mjs';
import { inProject, node } from './project.mjs';
import { run } from './run.mjs';
import { main } from './tell.mjs';

await main(async () => {
  await npmPackages();
  for (const side of ['local', 'cloud']) {
    const code = await run(node, [inProject(`test/support/dump-${side}-schema.ts`)]);
    if (code !== 0) return code;
  }
  return 0;
});
