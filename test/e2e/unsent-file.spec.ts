/** A PC that cannot reach the cloud hands its work over in a file: it is there once, also after that PC is back. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  changeCell,
  fieldNamed,
  goTo,
  gridNamed,
  newWorkfile,
  openByOwner,
  readGrid,
  syncWord,
  totalOf,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import type { Pc } from '../support/electron-pc.ts';
import { expect, test } from '../support/electron-two.ts';
import { decisionsWord, expectWaiting, openCentre, showWorkfileTab } from '../support/sync-window.ts';

test.describe.configure({ timeout: 600_000 });

test('unsent work exported on one PC is imported on another, and is there once after the first is back online', async ({
  front,
  office,
  folder,
}) => {
  const file = path.join(folder, 'unsent.json');
  const linesOf = (pc: Pc) => gridNamed(pc.window, 'Estimate lines');

  await test.step('a workfile that both know, then work without a network', async () => {
    await newWorkfile(front.window);
    await typeInto(front.window, 'Last name', 'Yamamoto');
    await goTo(front.window, 'Estimate');
    await typeLines(front.window, [{ Oper: 'Repl', Description: 'Hood', 'Price $': '100.00', Labor: '1.0' }]);
    await expect(syncWord(front.window)).toContainText('Synced', { timeout: 60_000 });
    await front.cutOff();
    await changeCell(front.window, { row: 0, title: 'Price $' }, '120.00');
    await typeLines(front.window, [{ Oper: 'Rpr', Description: 'LT fender', Labor: '2.0' }]);
    await newWorkfile(front.window);
    await typeInto(front.window, 'Last name', 'Ferreira');
    await expect(fieldNamed(front.window, 'Last name')).toHaveValue('Ferreira');
  });

  const waiting = Number(/(\d+) changes/.exec(await syncWord(front.window).innerText())?.[1]);
  await test.step('the file is written where the person chose', async () => {
    await expectWaiting(front.window, waiting);
    await answerDialogs(front, file);
    await openCentre(front.window, 'Waiting to send');
    await front.window.getByRole('button', { name: 'Export unsent work…' }).click();
    await expect(front.window.getByText(`Wrote ${waiting} edits to unsent.json`).first()).toBeVisible();
    expect(existsSync(file)).toBe(true);
    await expectWaiting(front.window, waiting);
  });

  await test.step('the other PC takes it in, shows it and sends it; taken in again it does nothing', async () => {
    await answerDialogs(office, file);
    await openCentre(office.window, 'Waiting to send');
    const importing = office.window.getByRole('button', { name: 'Import…' });
    await importing.click();
    await expect(office.window.getByText(`Took ${waiting} edits of FRONT-DESK from unsent.json`).first()).toBeVisible();
    await expect(syncWord(office.window)).toContainText('Synced', { timeout: 60_000 });
    await importing.click();
    await expect(office.window.getByText(`${waiting} were here already`).first()).toBeVisible();
    await office.window.getByRole('tab', { name: 'Workfiles', exact: true }).click();
    await openByOwner(office.window, 'Ferreira');
    await office.window.getByRole('tab', { name: 'Workfiles', exact: true }).click();
    await openByOwner(office.window, 'Yamamoto');
    await goTo(office.window, 'Estimate');
    await showWorkfileTab(front.window, 'Yamamoto');
    expect(await readGrid(linesOf(office))).toEqual(await readGrid(linesOf(front)));
    expect(await totalOf(office.window)).toBe(await totalOf(front.window));
  });

  await test.step('the first PC comes online: nothing is there twice, and nothing is asked', async () => {
    const before = await readGrid(linesOf(office));
    await front.backOnline();
    await expect(syncWord(front.window)).toContainText('Synced', { timeout: 30_000 });
    await expect(syncWord(office.window)).toContainText('Synced', { timeout: 30_000 });
    for (const pc of [front, office]) {
      expect(await readGrid(linesOf(pc))).toEqual(before);
      await expect(decisionsWord(pc.window)).toBeHidden();
      await pc.window.getByRole('tab', { name: 'Workfiles', exact: true }).click();
      for (const owner of ['Yamamoto', 'Ferreira']) {
        await pc.window.getByRole('searchbox', { name: 'Search workfiles' }).fill(owner);
        await expect(gridNamed(pc.window, 'Workfiles').getByRole('row').filter({ hasText: owner })).toHaveCount(1);
      }
    }
  });
});

/** The system's own dialogs cannot be pressed by a test: they answer with this file. */
const answerDialogs = ({ app }: Pc, file: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
