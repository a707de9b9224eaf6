/** Every key of the command table does its command, every pane is reached with F6, and no screen shuts anyone out. */
import type { Page } from '@playwright/test';
import { type Command, type CommandId, commandIds, commands, tabCommands } from '../../src-shared/ipc/commands.ts';
import { expectAccessibleInEachLook } from '../support/accessible-window.ts';
import { type CutProxy, openCutProxy } from '../support/cut-proxy.ts';
import { typeOwner } from '../support/desktop-story.ts';
import {
  activeCell,
  cellOf,
  choose,
  columnsOf,
  fieldNamed,
  goTo,
  gridNamed,
  listIsReady,
  readGrid,
  type Section,
  typeInto,
  typeLines,
} from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';
import type { Pc } from '../support/electron-pc.ts';
import { leavePreview, previewIsReady, printDialog } from '../support/print-window.ts';
import { openCentre } from '../support/sync-window.ts';

test.describe.configure({ timeout: 180_000 });

type Situation = { readonly pc: Pc; readonly window: Page; readonly network: CutProxy };

/** What shows that a key did its command, in an order in which each finds what it needs. */
const effects: { readonly [Id in CommandId]?: (at: Situation) => Promise<void> } = {
  'workfile.new': async ({ window }) => {
    await press(window, 'workfile.new');
    await expect(fieldNamed(window, 'First name')).toBeVisible();
    await typeInto(window, 'First name', 'Nadia');
    await typeInto(window, 'Last name', 'Okafor');
  },
  'workfile.intake': async ({ window }) => {
    const dialog = window.getByRole('dialog', { name: 'Quick intake' });
    await press(window, 'workfile.intake');
    await expect(dialog).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  },
  'customer.find': async ({ window }) => {
    const dialog = window.getByRole('dialog', { name: 'Find a customer' });
    await press(window, 'customer.find');
    await expect(dialog).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  },
  'palette.open': async ({ window }) => {
    await press(window, 'palette.open');
    await expect(palette(window)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(palette(window)).toBeHidden();
  },
  'workfile.find': async ({ window }) => {
    await press(window, 'workfile.find');
    await expect(palette(window)).toBeVisible();
    await window.keyboard.type('Okafor');
    await expect(palette(window).getByRole('option').filter({ hasText: 'Okafor, Nadia' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(palette(window)).toBeHidden();
  },
  'search.everywhere': async ({ window }) => {
    const search = window.getByRole('dialog', { name: 'Search everywhere' });
    await press(window, 'search.everywhere');
    await window.keyboard.type('okaf');
    await expect(search.getByRole('option').filter({ hasText: 'Owner Okafor, Nadia' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(search).toBeHidden();
  },
  'workfile.save': async ({ window }) => {
    await press(window, 'workfile.save');
    await expect(message(window)).toContainText(/^Saved \d\d:\d\d, revision 1/);
  },
  'workfile.print': async ({ window }) => {
    await press(window, 'workfile.print');
    await previewIsReady(printDialog(window));
    await leavePreview(window);
  },
  'edit.undo': async ({ window }) => {
    await typeInto(window, 'City', 'Springfield');
    await window.getByRole('tab', { name: 'Contacts' }).focus();
    await press(window, 'edit.undo');
    await expect(fieldNamed(window, 'City')).toHaveValue('');
  },
  'edit.redo': async ({ window }) => {
    await press(window, 'edit.redo');
    await expect(fieldNamed(window, 'City')).toHaveValue('Springfield');
  },
  'workfile.next-problem': async ({ window }) => {
    await typeInto(window, 'Email', 'no address');
    await press(window, 'workfile.save');
    await expect(message(window)).toContainText('Not saved. Owner › Email');
    await fieldNamed(window, 'City').focus();
    await press(window, 'workfile.next-problem');
    await expect(fieldNamed(window, 'Email')).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('list', { name: 'To be put right' })).toBeHidden();
  },
  'line.add': async ({ window }) => {
    await goTo(window, 'Estimate');
    await typeLines(window, [{ Description: 'one' }, { Description: 'two' }]);
    await (await cellOf(lines(window), 0, 'Description')).click();
    await press(window, 'line.add');
    await tabToColumn(window, 'Description');
    await window.keyboard.type('between');
    await window.keyboard.press('Enter');
    await expectLines(window, ['one', 'between', 'two']);
  },
  'line.down': async ({ window }) => {
    await (await cellOf(lines(window), 0, 'Description')).click();
    await press(window, 'line.down');
    await expectLines(window, ['between', 'one', 'two']);
  },
  'line.up': async ({ window }) => {
    await press(window, 'line.up');
    await expectLines(window, ['one', 'between', 'two']);
  },
  'line.duplicate': async ({ window }) => {
    await press(window, 'line.duplicate');
    await expectLines(window, ['one', 'one', 'between', 'two']);
  },
  'lines.insert': async ({ window }) => {
    const insert = window.getByRole('dialog', { name: 'Insert my lines' });
    await press(window, 'lines.insert');
    await expect(insert).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(insert).toBeHidden();
  },
  'line.properties': async ({ window }) => {
    await press(window, 'line.properties');
    const properties = window.getByRole('dialog', { name: /^Properties of line/ });
    await expect(properties).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(properties).toBeHidden();
  },
  'line.why': async ({ window }) => {
    await press(window, 'line.why');
    await expect(message(window)).toContainText('nothing is computed for this line');
  },
  'section.toggle': async ({ window }) => {
    // There is no heading above: nothing closes, and nothing breaks.
    await press(window, 'section.toggle');
    await expectLines(window, ['one', 'one', 'between', 'two']);
  },
  'estimate.problems': async ({ window }) => {
    const problems = window.getByRole('complementary', { name: 'Problems panel' });
    await press(window, 'estimate.problems');
    await expect(problems).toBeVisible();
    await press(window, 'estimate.problems');
    await expect(problems).toBeHidden();
    await press(window, 'view.totals');
  },
  'view.totals': async ({ window }) => {
    const totals = window.getByRole('complementary', { name: 'Totals panel' });
    const shown = await totals.isVisible();
    await press(window, 'view.totals');
    await expect(totals).toBeVisible({ visible: !shown });
    await press(window, 'view.totals');
    await expect(totals).toBeVisible({ visible: shown });
  },
  'tab.next': async ({ window }) => {
    await press(window, 'tab.next');
    await expect(window.getByRole('tab', { name: 'Home' })).toHaveAttribute('aria-selected', 'true');
    await press(window, 'tab.next');
    await expect(window.getByRole('tab', { name: 'Workfiles', exact: true })).toHaveAttribute('aria-selected', 'true');
  },
  'tab.previous': async ({ window }) => {
    await press(window, 'tab.previous');
    await expect(window.getByRole('tab', { name: 'Workfiles', exact: true })).toHaveAttribute('aria-selected', 'false');
    await press(window, 'tab.next');
  },
  ...tabKeys(),
  'screen.find': async ({ window }) => {
    await gridNamed(window, 'Workfiles').locator('[role=gridcell]').first().click();
    await press(window, 'screen.find');
    await expect(window.getByRole('searchbox', { name: 'Search workfiles' })).toBeFocused();
  },
  'screen.find-next': async ({ window }) => {
    await press(window, 'screen.find-next');
    await expect(gridNamed(window, 'Workfiles').locator('[role=gridcell]:focus')).toHaveCount(1);
  },
  'help.keys': async ({ window }) => {
    await press(window, 'help.keys');
    await expect(window.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();
  },
  'view.zoom-in': async ({ window }) => {
    await press(window, 'view.zoom-in');
    await press(window, 'view.zoom-in');
    await expect.poll(() => zoomOf(window)).toBe(1.25);
  },
  'view.zoom-out': async ({ window }) => {
    await press(window, 'view.zoom-out');
    await expect.poll(() => zoomOf(window)).toBe(1.1);
  },
  'view.zoom-reset': async ({ window }) => {
    await press(window, 'view.zoom-reset');
    await expect.poll(() => zoomOf(window)).toBe(1);
  },
  'view.full-screen': async ({ pc, window }) => {
    const isFull = () => pc.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
    await press(window, 'view.full-screen');
    await expect.poll(isFull).toBe(true);
    await press(window, 'view.full-screen');
    await expect.poll(isFull).toBe(false);
  },
  'sync.now': async ({ window, network }) => {
    const pulls = network.count('POST /sync/pull');
    await press(window, 'sync.now');
    await expect.poll(() => network.count('POST /sync/pull')).toBeGreaterThan(pulls);
  },
  'pane.next': async ({ window }) => {
    await press(window, 'tab.next');
    await expect(lines(window)).toBeVisible();
    await press(window, 'pane.next');
    const panes = [await paneOf(window)];
    for (let step = 0; step < 12; step += 1) {
      await press(window, 'pane.next');
      const pane = await paneOf(window);
      if (pane === panes[0]) break;
      panes.push(pane);
    }
    expect(panes, 'each pane once').toEqual([...new Set(panes)]);
    expect(panes).toEqual(expect.arrayContaining(['Commands', 'Lines', 'Totals panel', 'Status bar']));
  },
  'pane.previous': async ({ window }) => {
    const before = await paneOf(window);
    await press(window, 'pane.next');
    expect(await paneOf(window)).not.toBe(before);
    await press(window, 'pane.previous');
    expect(await paneOf(window)).toBe(before);
  },
  'appointment.new': async ({ window }) => {
    await press(window, 'appointment.new');
    await expect(sectionTab(window, 'Events')).toHaveAttribute('aria-selected', 'true');
    await expect(window.getByRole('list', { name: 'Appointments' }).getByRole('listitem')).toHaveCount(1);
  },
  'receipt.new': async ({ window }) => {
    await goTo(window, 'Receipts');
    await press(window, 'receipt.new');
    const dialog = window.getByRole('dialog', { name: 'New receipt' });
    await expect(dialog).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  },
  'dms.activity': async ({ pc, window }) => {
    const opened = pc.app.waitForEvent('window');
    await press(window, 'dms.activity');
    const activity = await opened;
    await expect(activity.getByRole('tab', { name: 'Properties' })).toBeVisible();
    await activity.close();
    await window.bringToFront();
  },
  'workfile.save-close': async ({ window }) => {
    await press(window, 'workfile.save-close');
    await expect(window.getByRole('tablist', { name: 'Sections' })).toHaveCount(0);
    await expect(message(window)).toContainText(/^Saved \d\d:\d\d, revision 2/);
  },
  'tab.close': async ({ window }) => {
    await press(window, 'workfile.new');
    await expect(window.getByRole('tablist', { name: 'Sections' })).toBeVisible();
    await press(window, 'tab.close');
    await expect(window.getByRole('tablist', { name: 'Sections' })).toHaveCount(0);
  },
};

/** Home is the first tab, the list the second and the workfile the third; there are no more. */
function tabKeys(): typeof effects {
  const listTab = (window: Page) => window.getByRole('tab', { name: 'Workfiles', exact: true });
  const absent = tabCommands.slice(3).map((id, at) => [
    id,
    async ({ window }: Situation): Promise<void> => {
      await press(window, id);
      await expect(message(window)).toHaveText(`There is no tab ${at + 4}.`);
    },
  ]);
  return {
    'tab.3': async ({ window }) => {
      await press(window, 'tab.3');
      await expect(listTab(window)).toHaveAttribute('aria-selected', 'false');
      await expect(lines(window)).toBeVisible();
    },
    'tab.1': async ({ window }) => {
      await press(window, 'tab.1');
      await expect(window.getByRole('tab', { name: 'Home' })).toHaveAttribute('aria-selected', 'true');
    },
    'tab.2': async ({ window }) => {
      await press(window, 'tab.2');
      await expect(listTab(window)).toHaveAttribute('aria-selected', 'true');
    },
    ...Object.fromEntries(absent),
  };
}

test('each key of the command table does its command', async ({ openPc, cloud }) => {
  const network = await openCutProxy(cloud.url);
  const pc = await openPc({ cloudUrl: network.url, signIn: demoSignIn.estimator });
  await listIsReady(pc.window);
  const withKey = commandIds.filter((id) => (commands[id] as Command).key !== undefined);
  expect(Object.keys(effects).sort()).toEqual([...withKey].sort());
  for (const id of Object.keys(effects) as CommandId[]) {
    await test.step(`${keyOf(id)} is ${id}`, () => effects[id]?.({ pc, window: pc.window, network }));
  }
  await network.close();
});

test('commands without a key are in the palette and do what they say', async ({ openPc, cloud }) => {
  const { window } = await openPc({ cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(window);
  await typeOwner(window);
  for (const [words, section] of [
    ['Vehicle', 'Vehicle'],
    ['Insurance', 'Insurance'],
    ['Rates', 'Rates'],
    ['Estimate', 'Estimate'],
    ['Contacts', 'Contacts'],
  ] as const) {
    await choose(window, words);
    await expect(sectionTab(window, section)).toHaveAttribute('aria-selected', 'true');
  }
  await choose(window, 'Keyboard');
  await expect(window.getByRole('dialog')).toContainText('Ctrl+K');
  await window.keyboard.press('Escape');
  await choose(window, 'About');
  await expect(window.getByRole('dialog')).toContainText('Shopfile');
  await window.keyboard.press('Escape');
  await choose(window, 'Work offline');
  await expect(window.locator('[data-segment="sync"]')).toContainText('Offline');
  await choose(window, 'Work offline');
  await expect(window.locator('[data-segment="sync"]')).toContainText('Synced');
  await choose(window, 'Sync and conflicts');
  await expect(window.getByRole('tab', { name: 'Sync', exact: true })).toHaveAttribute('aria-selected', 'true');
  await choose(window, 'Sign out');
  await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('a whole workfile is reached and filled without a mouse', async ({ atList }) => {
  const { window } = atList;
  const { keyboard } = window;
  await keyboard.press('Control+n');
  await expect(fieldNamed(window, 'First name')).toBeVisible();
  await tabTo(window, () => fieldNamed(window, 'Last name').evaluate((field) => field === document.activeElement));
  await keyboard.type('Iverson');
  await keyboard.press('Enter');
  await choose(window, 'Estimate');
  await tabTo(window, () => lines(window).evaluate((grid) => grid.contains(document.activeElement)));
  await keyboard.press('Control+End');
  await keyboard.press('Home');
  for (const text of ['', 'Repl', 'OEM', 'Bumper cover', '12345678', '2', '100.00']) {
    if (text !== '') await keyboard.type(text);
    await keyboard.press('Tab');
  }
  // The tax is the shop's own.
  await expect(window.getByTestId('workfile-total')).toHaveText(/^2(00|12)\.00$/);
  await keyboard.press('Control+w');
  await expect(gridNamed(window, 'Workfiles')).toContainText('Iverson');
});

test('lines typed as fast as keys come stand each in its own row', async ({ atList }) => {
  const { window } = atList;
  await typeOwner(window);
  await goTo(window, 'Estimate');
  const typed = Array.from({ length: 40 }, (_, n) => ({
    Oper: n % 3 === 0 ? 'Rpr' : '',
    Description: `line ${n}`,
    Note: `${n}`,
  }));
  await typeLines(window, typed);
  await expect(lines(window).locator('[data-mark]')).toHaveCount(0);
  const rows = await readGrid(lines(window));
  const columns = await columnsOf(lines(window));
  const read = rows.map((cells) => ['Oper', 'Description', 'Note'].map((title) => cells[columns.indexOf(title)]));
  expect(read.slice(0, -1)).toEqual(typed.map(({ Oper, Description, Note }) => [Oper, Description, Note]));
});

test('every section is accessible, in light at 100 percent and in dark at 200', async ({ atList }) => {
  const { window, app } = atList;
  await expectAccessibleInEachLook(app, 'the list');
  await typeOwner(window);
  for (const section of sectionsOfEstimate) {
    await goTo(window, section);
    if (section === 'Estimate') await typeLines(window, [{ Oper: 'Repl', Description: 'Hood', 'Price $': '10' }]);
    await expectAccessibleInEachLook(app, section);
  }
});

test('every other screen is accessible, in light at 100 percent and in dark at 200', async ({ atList }) => {
  const { window, app } = atList;
  await choose(window, 'Sync and conflicts');
  for (const tab of ['Needs decision', 'Waiting to send', 'Sent today', 'Problems', 'Devices'] as const) {
    await openCentre(window, tab);
    await expectAccessibleInEachLook(app, `the centre, ${tab}`);
  }
  await window.keyboard.press('Control+k');
  await expect(palette(window)).toBeVisible();
  await expectAccessibleInEachLook(app, 'the palette');
  await window.keyboard.press('Escape');
});

const sectionsOfEstimate = [
  ...(['Contacts', 'Vehicle', 'Insurance', 'Rates', 'Attachments', 'Notes', 'Events', 'Receipts', 'History'] as const),
  ...(['Totals & supplements', 'Estimate', 'Overview'] as const),
];
const lines = (window: Page) => gridNamed(window, 'Estimate lines');
const palette = (window: Page) => window.getByRole('dialog', { name: 'Commands' });
const message = (window: Page) => window.locator('.ui-status-message');
const sectionTab = (window: Page, section: Section) =>
  window.getByRole('tablist', { name: 'Sections' }).getByRole('tab', { name: section });
const zoomOf = (window: Page): Promise<number> => window.evaluate(() => Math.round(devicePixelRatio * 100) / 100);
const paneOf = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const pane = document.activeElement?.closest(
      'header[aria-label], main, footer[aria-label], section[aria-label], aside[aria-label], nav[aria-label]',
    );
    return pane?.getAttribute('aria-label') ?? '';
  });

const keyOf = (id: CommandId): string => (commands[id] as Command).key ?? '';

async function press(window: Page, id: CommandId): Promise<void> {
  const key = keyOf(id)
    .replace('CmdOrCtrl', 'Control')
    .replace('Ctrl', 'Control')
    .replace('Up', 'ArrowUp')
    .replace('Down', 'ArrowDown')
    .replace('Left', 'ArrowLeft');
  await window.keyboard.press(key);
}

async function tabTo(window: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await isThere()) return;
    await window.keyboard.press('Tab');
  }
  throw new Error('forty presses of Tab did not reach it');
}

async function tabToColumn(window: Page, title: string): Promise<void> {
  const wanted = (await columnsOf(lines(window))).indexOf(title);
  await tabTo(window, async () => (await activeCell(lines(window))).column === wanted);
}

async function expectLines(window: Page, descriptions: readonly string[]): Promise<void> {
  for (const [row, words] of descriptions.entries()) {
    await expect(await cellOf(lines(window), row, 'Description')).toHaveText(words);
  }
}
