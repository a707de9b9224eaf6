/** What only the cloud does, asked for without a network: it waits, can be taken back, and what it refuses is kept. */
import type { Page } from '@playwright/test';
import {
  cellOf,
  changeCell,
  choose,
  giveCommand,
  goTo,
  gridNamed,
  lockSupplement,
  newWorkfile,
  openByOwner,
  readGrid,
  setPayer,
  syncWord,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { expect, type NetworkedPc, test } from '../support/electron-two.ts';
import { decisionsIn, decisionsWord, expectWaiting } from '../support/sync-window.ts';

test.describe.configure({ timeout: 600_000 });

test('an edit made without a network of an estimate that was locked meanwhile is refused, kept, and offered again', async ({
  front,
  office,
}) => {
  const mine = /^1 Mine\s*price 135\.00\s*today \d\d:\d\d$/;
  await openOnBoth(front, office, 'Lindqvist');

  await test.step('the office has no network and edits a line; the front desk locks the estimate', async () => {
    await office.cutOff();
    await changeCell(office.window, { row: 0, title: 'Price $' }, '135.00');
    await expectWaiting(office.window, 1);
    await giveCommand(front.window, 'Lock estimate');
    await expect(stageOf(front.window)).toHaveText('Estimate, locked', { timeout: 30_000 });
    await expect(modeOf(front.window)).toHaveText('Locked');
  });

  await test.step('back online the edit is refused; the line stands as it was locked, on both PCs', async () => {
    await office.backOnline();
    await expect(decisionsWord(office.window)).toContainText('1 needs your decision', { timeout: 30_000 });
    await expect(stageOf(office.window)).toHaveText('Estimate, locked');
    await expect(await cellOf(linesOf(office.window), 0, 'Price $')).toHaveText('100.00');
    expect(await readGrid(linesOf(office.window))).toEqual(await readGrid(linesOf(front.window)));
    await expect(decisionsWord(front.window)).toBeHidden();
  });

  await test.step('the centre lists it with the reason and offers it for the next supplement', async () => {
    await decisionsWord(office.window).click();
    const option = decisionsIn(office.window).getByRole('option');
    await expect(option).toContainText('Lindqvist · Line 1 Hood › Part');
    await expect(option).toContainText('The estimate was locked before your edit arrived.');
    await expect(option.locator('dl > div')).toHaveText([mine, /^2 In the workfile\s*price 100\.00/]);
  });

  await test.step('it is kept through a restart; one key starts the next supplement and applies it', async () => {
    await office.close();
    const again = await office.reopen();
    await expect(decisionsWord(again.window)).toContainText('1 needs your decision', { timeout: 30_000 });
    await decisionsWord(again.window).click();
    await expect(decisionsIn(again.window).locator('dl > div').first()).toHaveText(mine);
    await again.window.keyboard.press('1');
    await expect(decisionsWord(again.window)).toBeHidden();
    await expect(front.window.getByText('S01 open')).toBeVisible({ timeout: 60_000 });
    await expect(await cellOf(linesOf(front.window), 0, 'Price $')).toHaveText('135.00', { timeout: 30_000 });
  });
});

test('a supplement of two lines: locked as estimate of record, written on, locked again, and set side by side', async ({
  front,
  office,
}) => {
  await openOnBoth(front, office, 'Sandoval');
  const { window } = front;

  await test.step('the lock of the estimate leaves it read-only, with the supplement as the way on', async () => {
    await giveCommand(window, 'Lock estimate');
    await expect(modeOf(window)).toHaveText('Locked', { timeout: 30_000 });
    await goTo(window, 'Totals & supplements');
    await window.getByRole('button', { name: 'New supplement' }).click();
    await expect(window.getByText('S01 open')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('one line is changed and one added, and the supplement is locked', async () => {
    await goTo(window, 'Estimate');
    await changeCell(window, { row: 0, title: 'Price $' }, '120.00');
    await typeLines(window, [{ Oper: 'Rpr', Description: 'Fender', Labor: '2.0' }]);
    await lockSupplement(window, 'S01');
    await expect(window.getByText('S01 locked')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('both PCs list both versions, the supplement with what it is made of', async () => {
    await expect(office.window.getByText('S01 locked')).toBeVisible({ timeout: 30_000 });
    for (const pc of [window, office.window]) {
      await goTo(pc, 'Totals & supplements');
      const rows = pc.getByRole('table', { name: 'Versions' }).locator('tbody tr');
      await expect(rows).toHaveCount(2);
      await expect(rows.first()).toContainText('E01 Estimate of record');
      await expect(rows.last()).toContainText('S01 Supplement of record 1');
      const lines = pc.getByRole('table', { name: 'Lines of S01' });
      await expect(lines).toContainText('(100.00)');
      await expect(lines).toContainText('Fender');
    }
  });

  await test.step('side by side the changed price is marked', async () => {
    await window.getByRole('tab', { name: 'Side by side' }).click();
    const pair = window.getByRole('table', { name: 'Lines of E01 and S01' });
    await expect(pair.locator('mark')).toHaveText(['100.00', '120.00']);
    await expect(window.getByRole('table', { name: 'Difference of the totals' })).toContainText('Grand Total');
  });
});

test('a lock, its supplement and what is written behind them wait together; the next lock says what it waits for', async ({
  front,
  office,
}) => {
  await openOnBoth(front, office, 'Ferreira');
  await front.cutOff();
  const { window } = front;

  await test.step('the lock waits, the supplement behind it, and lines behind both', async () => {
    await giveCommand(window, 'Lock estimate');
    await goTo(window, 'Totals & supplements');
    await window.getByRole('button', { name: 'New supplement' }).click();
    await expect(window.getByText('What you write now belongs to S01.')).toBeVisible();
    await goTo(window, 'Estimate');
    await changeCell(window, { row: 0, title: 'Price $' }, '150.00');
    await typeLines(window, [{ Oper: 'Rpr', Description: 'Fender', Labor: '2.0' }]);
  });

  await test.step('a second lock is not asked for', async () => {
    await choose(window, 'Lock estimate');
    const option = window.getByRole('option', { name: /^Lock estimate/ });
    await expect(option).toContainText('S01 waits for the cloud: write on, and lock it once it has begun.');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  });

  await test.step('back online E01 is locked as it was, and S01 is open with what was written', async () => {
    await front.backOnline();
    await expect(window.getByText('S01 open')).toBeVisible({ timeout: 60_000 });
    await expect(await cellOf(linesOf(office.window), 0, 'Price $')).toHaveText('150.00', { timeout: 30_000 });
    await goTo(office.window, 'Totals & supplements');
    const lines = office.window.getByRole('table', { name: 'Lines of S01' });
    await expect(lines).toContainText('(100.00)', { timeout: 30_000 });
    await expect(lines).toContainText('Fender');
    await expect(decisionsWord(window)).toBeHidden();
    await lockSupplement(window, 'S01');
    await expect(window.getByText('S01 locked')).toBeVisible({ timeout: 60_000 });
  });
});

test('a lock of what another PC changed meanwhile is not done; the workfile says so until it is locked', async ({
  front,
  office,
}) => {
  await openOnBoth(front, office, 'Nakamura');
  await front.cutOff();
  await giveCommand(front.window, 'Lock estimate');
  await changeCell(office.window, { row: 0, title: 'Price $' }, '170.00');
  await expect(syncWord(office.window)).toContainText('Synced', { timeout: 60_000 });
  await front.backOnline();
  const refused = pendingOf(front.window, 'Lock not done');
  await expect(refused).toBeVisible({ timeout: 60_000 });
  await expect(refused).toHaveAttribute('title', /changed on another PC before the lock arrived/);
  await expect(await cellOf(linesOf(front.window), 0, 'Price $')).toHaveText('170.00', { timeout: 30_000 });
  await giveCommand(front.window, 'Lock estimate');
  await expect(modeOf(front.window)).toHaveText('Locked', { timeout: 60_000 });
  await expect(refused).toBeHidden();
});

test('a lock and a conversion asked for without a network wait, are shown, and can be taken back', async ({
  front,
  office,
}) => {
  await openOnBoth(front, office, 'Marchetti');
  await front.cutOff();

  await test.step('the lock waits; lines are still taken', async () => {
    await giveCommand(front.window, 'Lock estimate');
    await expect(pendingOf(front.window, 'Lock waiting…')).toBeVisible();
    await changeCell(front.window, { row: 0, title: 'Price $' }, '110.00');
    await expect(syncWord(front.window)).toContainText('Offline – 2 changes waiting');
  });

  await test.step('the conversion waits under a number of this PC', async () => {
    await giveCommand(front.window, 'Convert to repair order');
    await expect(pendingOf(front.window, /^RO \d+ waiting$/)).toBeVisible();
    await expect(syncWord(front.window)).toContainText('Offline – 3 changes waiting');
  });

  await test.step('the lock is taken back', async () => {
    await pendingOf(front.window, 'Lock waiting…').click();
    const dialog = front.window.getByRole('dialog', { name: 'Locks and conversions' });
    const entry = dialog.getByRole('listitem').filter({ hasText: 'Lock estimate' });
    await expect(entry).toContainText('Waits');
    await entry.getByRole('button', { name: 'Cancel it' }).click();
    // Where it was tried meanwhile, only the cloud can say that it did not get it.
    await expect(entry).toContainText(/Is taken back, unless the cloud has done it already|Cancelled/);
    await expect(entry.getByRole('button', { name: 'Cancel it' })).toBeHidden();
    await front.window.keyboard.press('Escape');
    await expect(pendingOf(front.window, 'Lock waiting…')).toBeHidden();
  });

  await test.step('back online only the conversion happens, once, under its number on both PCs', async () => {
    const number = /\d+/.exec(await pendingOf(front.window, /^RO \d+ waiting$/).innerText())?.[0] ?? '';
    await front.backOnline();
    for (const { window } of [front, office]) {
      await expect(stageOf(window)).toHaveText('Repair order', { timeout: 30_000 });
      await expect(window.getByRole('heading', { level: 1 })).toHaveText(number);
      await expect(await cellOf(linesOf(window), 0, 'Price $')).toHaveText('110.00', { timeout: 30_000 });
    }
    await expect(pendingOf(front.window, /Lock/)).toBeHidden();
    await choose(front.window, 'Locks and conversions');
    const entries = front.window.getByRole('dialog', { name: 'Locks and conversions' }).getByRole('listitem');
    await expect(entries.filter({ hasText: 'Lock estimate' })).toContainText('Cancelled; nothing was changed');
    await expect(entries.filter({ hasText: `RO ${number}` })).toContainText('Done');
    await expect(syncWord(front.window)).toContainText('Synced');
  });
});

const linesOf = (window: Page) => gridNamed(window, 'Estimate lines');
const stageOf = (window: Page) =>
  window.getByRole('region', { name: 'Workfile summary' }).locator('span.workfile-stage').first();
const pendingOf = (window: Page, words: string | RegExp) =>
  window.getByRole('region', { name: 'Workfile summary' }).getByRole('button', { name: words });
const modeOf = (window: Page) => window.locator('[data-segment="mode"]');

async function openOnBoth(front: NetworkedPc, office: NetworkedPc, owner: string): Promise<void> {
  await newWorkfile(front.window);
  await typeInto(front.window, 'Last name', owner);
  await goTo(front.window, 'Estimate');
  await typeLines(front.window, [{ Oper: 'Repl', Description: 'Hood', 'Price $': '100.00', Labor: '1.0' }]);
  await setPayer(front.window, 'Self Pay');
  await expect(syncWord(front.window)).toContainText('Synced', { timeout: 60_000 });
  await openByOwner(office.window, owner);
  await goTo(office.window, 'Estimate');
  await expect(await cellOf(linesOf(office.window), 0, 'Price $')).toHaveText('100.00');
}
