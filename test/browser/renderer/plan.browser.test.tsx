// Events of an estimate and the Repair plan of a repair order, in a real browser over a scripted backend.
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Milestone, noMilestone } from '../../../src-shared/domain/plan/milestone.ts';
import { sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const of = (groups: Partial<Milestone>): Milestone => ({ ...noMilestone, ...groups });
const estimate = sheetOf();
const order = (groups: Partial<typeof estimate.workfile> = {}) =>
  sheetOf({ workfile: { ...estimate.workfile, stage: { stage: 'repair-order' }, ...groups } });

async function openPlan(
  title: 'Events' | 'Repair plan',
  script: Parameters<typeof openWindow>[0] = {},
): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet: estimate, heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: title, exact: true }));
  return window;
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

describe('Events of an estimate', () => {
  test('take a date and a time as typed, and the status is updated once there is a date', async () => {
    const window = await openPlan('Events');
    const update = page.getByRole('button', { name: 'Update status' });
    await expect.element(update).toHaveAttribute('aria-disabled', 'true');
    await userEvent.fill(field('Vehicle In date'), '11/20');
    await userEvent.fill(field('Vehicle In time'), '830a');
    await userEvent.keyboard('{Tab}');
    await expect.element(field('Vehicle In time')).toHaveValue('08:30');
    await expect.poll(() => window.sheet().workfile.vehicleIn?.actualDate).toBe('2026-11-20');
    await userEvent.click(update);
    await expect.poll(() => window.askedFor('plan.update-status')).toHaveLength(1);
  });

  test('today comes with Ctrl+;, and a date to come is said to be one', async () => {
    await openPlan('Events');
    await userEvent.click(field('Vehicle In date'));
    await userEvent.keyboard('{Control>};{/Control}{Tab}');
    await expect.element(field('Vehicle In date')).toHaveValue('11/21/2026');
    await userEvent.fill(field('Vehicle In date'), '11/30/2026');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByText('This is in the future. Type when it happened.')).toBeVisible();
  });

  test('say why there is no promise job, and lead to what is missing', async () => {
    await openPlan('Events');
    const missing = page.getByRole('list', { name: 'What a promise job needs' });
    await expect.element(page.getByText('Why no promise job?')).toBeVisible();
    const point = missing.getByRole('listitem').filter({ hasText: 'comm. preference is Text or Email' });
    await userEvent.click(point.getByRole('button', { name: 'Go there' }));
    await expect.poll(() => document.activeElement?.id).toMatch(/\/preference\/preference$/);
  });
});

describe('the Repair plan of a repair order', () => {
  test('completes the next milestone by its box or its button, and refuses one out of order with the reason', async () => {
    const window = await openPlan('Repair plan', { sheet: order() });
    await expect.element(box('Vehicle Out complete')).toHaveAttribute('aria-disabled', 'true');
    box('Vehicle In complete').element().focus();
    await userEvent.keyboard(' ');
    await expect
      .poll(() => window.askedFor('milestone.complete'))
      .toEqual([{ workfileId: estimate.workfile.id, milestone: 'vehicleIn' }]);
    await userEvent.click(page.getByRole('button', { name: 'Complete next status: Vehicle In' }));
    await expect.poll(() => window.askedFor('milestone.complete')).toHaveLength(2);
  });

  test('freezes what is complete, and asks for a reason to re-open it', async () => {
    const vehicleIn = of({ actualDate: '2026-11-20', complete: true, completedAt: 1, completedBy: 'Robin' });
    const window = await openPlan('Repair plan', { sheet: order({ vehicleIn }) });
    await expect.element(field('Vehicle In actual date')).toHaveAttribute('readonly');
    await userEvent.click(box('Vehicle In complete'));
    const reopen = page.getByRole('button', { name: 'Re-open Vehicle In' });
    await expect.element(reopen).toHaveAttribute('aria-disabled', 'true');
    await userEvent.fill(page.getByRole('textbox', { name: /^Reason/ }), 'Came a day later');
    await userEvent.click(reopen);
    await expect
      .poll(() => window.askedFor('milestone.reopen'))
      .toEqual([{ workfileId: estimate.workfile.id, milestone: 'vehicleIn', reason: 'Came a day later' }]);
  });

  test('says beside a field what contradicts what comes first', async () => {
    const sheet = order({ vehicleIn: of({ actualDate: '2026-11-20' }), vehicleOut: of({ actualDate: '2026-11-19' }) });
    await openPlan('Repair plan', { sheet });
    await expect.element(page.getByText('This is before Vehicle In.')).toBeVisible();
  });

  test('is read only for a role that may not edit it, with the reason', async () => {
    await openPlan('Repair plan', { sheet: order(), role: 'technician' });
    await expect.element(field('Vehicle In actual date')).toHaveAttribute('readonly');
    await expect.element(box('Vehicle In complete')).toHaveAttribute('aria-disabled', 'true');
  });
});
