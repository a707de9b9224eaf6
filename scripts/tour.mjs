/** `npm run tour`: drives the app through its story and saves the pictures of the guide. */
import { playwright } from './e2e.mjs';
import { main } from './tell.mjs';

await main(() => playwright(['--project=tour', ...process.argv.slice(2)]));
