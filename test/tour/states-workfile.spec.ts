/**
 * The sections of a workfile in every state that is not trouble, asked by axe and saved under `state-pictures`: full,
 * empty, with long words, and without a network. Not part of the guide: for eyes that look for what is poor.
 */
import {
  choose,
  goTo,
  newWorkfile,
  openByOwner,
  setPayer,
  syncWord,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import { everyColor, everyLook } from './looks.ts';
import { eachSection, openDemoPc } from './screens.ts';

test('a workfile, full and empty, long and without a network', async ({ openPc, cloud }) => {
  const pc = await openDemoPc(openPc, cloud.url, demoSignIn.office);
  const { window } = pc;
  await openByOwner(window, 'Underhill, Tamsin');
  await eachSection(pc, { state: 'full', looks: everyLook });
  await window.keyboard.press('Control+w');
  await newWorkfile(window);
  await eachSection(pc, { state: 'empty', looks: everyColor });
  await goTo(window, 'Contacts');
  const long = 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of the very long names';
  await typeInto(window, 'First name', long.slice(0, 60));
  await typeInto(window, 'Last name', long.slice(0, 60));
  await setPayer(window, 'Self Pay');
  await typeLines(window, [{ Oper: 'Rpr', Description: `${long} ${long}`, Labor: '2.5' }]);
  await eachSection(pc, { state: 'long', looks: ['light', 'narrow'] });
  await cloud.stop();
  await choose(window, 'Sync now');
  await expect(syncWord(window)).toContainText('Offline', { timeout: 60_000 });
  await eachSection(pc, { state: 'offline', looks: everyColor });
});
