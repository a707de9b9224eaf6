/** A PC on which somebody types: each edit that is acknowledged is written to a file of acknowledgements right away. */
import fs from 'node:fs';
import path from 'node:path';
import { signInOn } from '../../support/backend-trial.ts';
import { openDesktop } from '../../support/desktop.ts';

const { folder, edits, starts } = JSON.parse(process.argv[2] ?? '') as {
  readonly folder: string;
  readonly edits: number;
  readonly starts: number;
};
const dataDir = path.join(folder, 'data');
const acks = fs.openSync(path.join(folder, 'acks'), 'w');
const lines = 12;
fs.mkdirSync(dataDir, { recursive: true });
await signInOn(dataDir);

const open = () =>
  openDesktop({ dataDir, cloudUrl: 'http://127.0.0.1:9', name: 'PC-1', anchors: path.join(folder, 'anchors') });
let typed = 0;
for (let start = 0; start < starts; start += 1) {
  const pc = await open();
  const workfileId = await pc.ask('workfile.create', {});
  const { estimate } = await pc.ask('workfile.open', { workfileId });
  const lineIds = await pc.ask('line.add', {
    estimateId: estimate.id,
    after: null,
    lines: Array.from({ length: lines }, () => ({ text: { description: '0' } })),
  });
  for (const lineId of lineIds) fs.writeSync(acks, `${lineId} 0\n`);
  for (let n = 0; n < edits / starts; n += 1) {
    typed += 1;
    const lineId = lineIds[typed % lines] ?? lineIds[0];
    if (lineId === undefined) break;
    await pc.ask('line.change', { lineId, group: 'text', value: { description: String(typed) } });
    fs.writeSync(acks, `${lineId} ${typed}\n`);
  }
  await pc.close();
}
