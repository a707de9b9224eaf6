/** Two PCs that disagree, in pictures: the marks, the choice, the centre, what is refused, what waits, and photos. */
import type { Page } from '@playwright/test';
import { typeOwner } from '../support/desktop-story.ts';
import {
  cellOf,
  changeCell,
  fieldNamed,
  giveCommand,
  goTo,
  gridNamed,
  newWorkfile,
  openByOwner,
  setPayer,
  syncWord,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { expect, type NetworkedPc, test } from '../support/electron-two.ts';
import { dropCars, galleryOf, tileNamed } from '../support/photos-window.ts';
import { decisionsWord, openCentre, showWorkfileTab } from '../support/sync-window.ts';
import { picture, resize } from './picture.ts';

test('two PCs and what the network does to them, in pictures', async ({ front, office }) => {
  await resize(front);
  await resize(office);
  await disagree(front, office);
  await lockBehindTheirBack(front, office);

  const { window } = office;
  await expect(decisionsWord(window)).toContainText('4 need your decision', { timeout: 60_000 });
  await showWorkfileTab(window, 'Turpin');
  await goTo(window, 'Estimate');
  await (await cellOf(gridNamed(window, 'Estimate lines'), 0, 'Price $')).click();
  await picture(office, 'two-values-line');
  await goTo(window, 'Contacts');
  await fieldNamed(window, 'Cell phone').focus();
  await picture(office, 'two-values-field');
  await window.keyboard.press('F8');
  await expect(window.getByRole('dialog', { name: 'Choose a value' })).toBeVisible();
  await picture(office, 'choice');
  await window.keyboard.press('Escape');
  await goTo(window, 'Estimate');
  await decisionsWord(window).click();
  await decisionWith(window, 'Line 1 Hood › Part').click();
  await picture(office, 'centre');
  await window.keyboard.press('3');
  await expect(window.getByRole('textbox', { name: 'Price' })).toBeFocused();
  await picture(office, 'third-value');
  await window.keyboard.press('Escape');
  await decisionWith(window, 'Line 1 Door').click();
  await picture(office, 'refused');
  await openCentre(window, 'Sent today');
  await picture(office, 'sent');
  await openCentre(window, 'Devices');
  await expect(gridNamedDevices(window)).toContainText('FRONT-DESK');
  await picture(office, 'devices');

  await waitForTheCloud(front);
  await takePhotos(office);
});

const decisionWith = (window: Page, words: string) => window.getByRole('option').filter({ hasText: words }).first();
const gridNamedDevices = (window: Page) => window.getByRole('grid', { name: 'Devices' });

/** Both change one price, one phone number and the hours of one line. */
async function disagree(front: NetworkedPc, office: NetworkedPc): Promise<void> {
  await typeOwner(front.window);
  await goTo(front.window, 'Estimate');
  await typeLines(front.window, [
    {
      Oper: 'Repl',
      'Part type': 'OEM',
      Description: 'Hood',
      'Part no': '5330106150',
      'Price $': '412.60',
      Labor: '1.2',
      Paint: '2.6',
    },
    { Oper: 'Rpr', Description: 'LT fender', Labor: '2.0', Paint: '1.8' },
    { Oper: 'R&I', Description: 'Grille assy', Labor: '0.4' },
    {
      Oper: 'Repl',
      'Part type': 'A/M',
      Description: 'RT headlamp',
      'Part no': 'TO2503262',
      'Price $': '250.00',
      Labor: '0.3',
    },
  ]);
  await expect(syncWord(front.window)).toContainText('Synced', { timeout: 60_000 });
  await openByOwner(office.window, 'Turpin');
  await expect(fieldNamed(office.window, 'Cell phone')).toHaveValue(/555/);
  await front.cutOff();
  await office.cutOff();
  for (const [{ window }, change] of [
    [front, { price: '398.00', hours: '3.5', phone: '312 555 0177' }],
    [office, { price: '428.10', hours: '2.5', phone: '312 555 0199' }],
  ] as const) {
    await goTo(window, 'Estimate');
    await changeCell(window, { row: 0, title: 'Price $' }, change.price);
    // Below the hood stands its clear coat.
    await changeCell(window, { row: 2, title: 'Labor' }, change.hours);
    await goTo(window, 'Contacts');
    await typeInto(window, 'Cell phone', change.phone);
  }
  await front.backOnline();
  await office.backOnline();
}

/** The front desk locks an estimate while the office edits it without a network. */
async function lockBehindTheirBack(front: NetworkedPc, office: NetworkedPc): Promise<void> {
  await newWorkfile(front.window);
  await typeInto(front.window, 'First name', 'Wei');
  await typeInto(front.window, 'Last name', 'Marchetti');
  await goTo(front.window, 'Estimate');
  await typeLines(front.window, [{ Oper: 'Repl', Description: 'Door shell', 'Price $': '640.00', Labor: '3.8' }]);
  await setPayer(front.window, 'Self Pay');
  await expect(syncWord(front.window)).toContainText(/Synced|All sent/, { timeout: 60_000 });
  await office.window.getByRole('tab', { name: 'Workfiles' }).click();
  await openByOwner(office.window, 'Marchetti');
  await goTo(office.window, 'Estimate');
  await office.cutOff();
  await changeCell(office.window, { row: 0, title: 'Labor' }, '4.4');
  await giveCommand(front.window, 'Lock estimate');
  await expect(front.window.getByText('Estimate, locked')).toBeVisible({ timeout: 60_000 });
  await picture(front, 'locked');
  await office.backOnline();
}

/** A lock and a conversion that wait for the network. */
async function waitForTheCloud(pc: NetworkedPc): Promise<void> {
  const { window } = pc;
  await pc.cutOff();
  await showWorkfileTab(window, 'Turpin');
  await setPayer(window, 'Self Pay');
  await giveCommand(window, 'Lock estimate');
  await giveCommand(window, 'Convert to repair order');
  await window.getByRole('button', { name: 'Lock waiting…' }).click();
  await expect(window.getByRole('dialog', { name: 'Locks and conversions' })).toBeVisible();
  await picture(pc, 'locks');
  await window.keyboard.press('Escape');
  await openCentre(window, 'Waiting to send');
  await picture(pc, 'waiting');
}

async function takePhotos(pc: NetworkedPc): Promise<void> {
  const { window } = pc;
  await showWorkfileTab(window, 'Turpin');
  await goTo(window, 'Attachments');
  await dropCars(window, 8);
  await expect(galleryOf(window).getByRole('option')).toHaveCount(8, { timeout: 60_000 });
  await expect(galleryOf(window)).not.toContainText(/Adding|Uploading|Waiting/, { timeout: 60_000 });
  await pc.cutOff();
  await dropCars(window, 10);
  await expect(tileNamed(window, 'Photo 10')).toContainText('Waiting to upload');
  await tileNamed(window, 'Photo 2').click();
  await window.keyboard.press('F2');
  await window.keyboard.type('Front left, bumper pushed in');
  await window.keyboard.press('Tab');
  await expect(tileNamed(window, 'Front left, bumper pushed in')).toBeVisible();
  await picture(pc, 'photos');
  await window.keyboard.press('Escape');
  await galleryOf(window).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: /2 of 10/ })).toBeVisible();
  await picture(pc, 'photo');
}
