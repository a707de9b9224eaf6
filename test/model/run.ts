/** `npm run model -- export`: explores every story of one export, by the protocol that is built and by three that must fail. */
import { recalls } from '../../src-shared/domain/dms/export-job.ts';
import { explore } from './explore.ts';
import { built, careless, hasty, naive } from './protocols.ts';

const protocols = {
  'as built': built,
  'sent again at once': naive,
  'looked at at once': hasty,
  'sent when too late': careless,
};
const [name = 'export'] = process.argv.slice(2);
if (name !== 'export') throw new Error(`there is no model of ${name}: there is one of export`);

const from = performance.now();
const totals = { states: 0, duplicates: 0, wrong: 0, control: 0 };
/** The partners whose control doubled nothing although one who is sent twice books twice. */
const tooTame: string[] = [];
console.log(`${'partner'.padEnd(16)}${'protocol'.padEnd(22)}${'states'.padStart(8)}${'booked twice'.padStart(14)}`);
for (const recall of recalls) {
  for (const [title, protocol] of Object.entries(protocols)) {
    const { states, doubles, untrue, stuck, story } = explore(recall, protocol, protocol === careless ? 1 : undefined);
    const some = protocol === careless && doubles > 0 ? ' or more' : '';
    console.log(
      `${recall.padEnd(16)}${title.padEnd(22)}${String(states).padStart(8)}${String(doubles).padStart(14)}${some}`,
    );
    if (protocol !== built) {
      const control = protocol === naive ? doubles : 0;
      totals.control += control;
      // Who knows keys books nothing twice, whatever it is sent.
      if (protocol === naive && recall !== 'key' && control === 0) tooTame.push(recall);
      continue;
    }
    totals.states += states;
    totals.duplicates += doubles;
    totals.wrong += untrue + stuck;
    if (story.length > 0) console.log(`  ${story.join(' → ')}`);
  }
}
const { states, duplicates, wrong, control } = totals;
const seconds = ((performance.now() - from) / 1000).toFixed(1);
console.log(
  `${states} states, duplicates ${duplicates}, untrue or without an end ${wrong}, control ${control} (${seconds} s)`,
);
if (tooTame.length > 0) console.log(`the control doubled nothing: ${tooTame.join(', ')}`);
process.exit(duplicates + wrong === 0 && tooTame.length === 0 ? 0 : 1);
