/** When the process that keeps the data dies, the window says so, it is started again, and the work goes on. */
import type { ElectronApplication } from '@playwright/test';
import { typeOwner } from '../support/desktop-story.ts';
import { fieldNamed, listIsReady, typeInto } from '../support/desktop-window.ts';
import { demoSignIn, expect, test } from '../support/electron-demo.ts';

test.describe.configure({ timeout: 90_000 });

test('a backend that is killed is said to be restarting, comes back, and takes edits again', async ({
  openPc,
  cloud,
}) => {
  const pc = await openPc({ cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  const { window, app } = pc;
  await listIsReady(window);
  await typeOwner(window);
  await fieldNamed(window, 'Company').focus();
  await window.keyboard.type('Harbor Fleet');
  await window.waitForTimeout(400);

  const before = await backendPid(app);
  process.kill(before, 'SIGKILL');
  await expect(window.getByText('The part of Shopfile that keeps your data stopped')).toBeVisible();
  await expect(window.getByText('The part of Shopfile that keeps your data stopped')).toBeHidden({ timeout: 30_000 });
  await expect.poll(() => backendPid(app)).not.toBe(before);
  await expect(fieldNamed(window, 'Company')).toHaveValue('Harbor Fleet');
  await expect(fieldNamed(window, 'Last name')).toHaveValue('Turpin');

  await window.keyboard.press('Tab');
  await typeInto(window, 'City', 'Shelbyville');
  await window.keyboard.press('Control+s');
  await expect(window.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
  await pc.close();

  const again = await openPc({ userData: pc.userData, cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(again.window);
  await again.window.getByRole('searchbox', { name: 'Search workfiles' }).fill('Turpin');
  await expect(again.window.getByRole('row').filter({ hasText: 'Turpin' }).first()).toBeVisible();
  await again.window.keyboard.press('Enter');
  await expect(fieldNamed(again.window, 'Company')).toHaveValue('Harbor Fleet');
  await expect(fieldNamed(again.window, 'City')).toHaveValue('Shelbyville');
});

test('an edit made while the backend is away keeps its text, and Save sends it once the backend is back', async ({
  openPc,
  cloud,
}) => {
  const { window, app } = await openPc({ cloudUrl: cloud.url, signIn: demoSignIn.estimator });
  await listIsReady(window);
  await typeOwner(window);
  await fieldNamed(window, 'City').focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.type('Capital City');
  process.kill(await backendPid(app), 'SIGKILL');
  await window.keyboard.press('Tab');
  await expect(window.getByText('The part of Shopfile that keeps your data stopped')).toBeHidden({ timeout: 30_000 });
  await expect(fieldNamed(window, 'City')).toHaveValue('Capital City');
  await window.keyboard.press('Control+s');
  await expect(window.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
  await window.keyboard.press('Control+w');
  await window.getByRole('searchbox', { name: 'Search workfiles' }).fill('Turpin');
  await window.keyboard.press('Enter');
  await expect(fieldNamed(window, 'City')).toHaveValue('Capital City');
});

/** The utility process that hosts the backend, as Electron itself lists it. */
const backendPid = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: main }) => {
    const backend = main
      .getAppMetrics()
      .find((one) => one.type === 'Utility' && /backend|node/i.test(`${one.name} ${one.serviceName}`));
    return backend?.pid ?? 0;
  });
