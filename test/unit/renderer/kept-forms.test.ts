/** An intake, a drawing and a reason are kept as they are made, found again by the next start, and let go when they are done. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetIntake, namePerson, sayIntake, useIntake } from '../../../src-renderer/stores/intake.ts';
import { keepIntake, takeUpIntake } from '../../../src-renderer/stores/library/intake-draft.ts';
import { useLibrary } from '../../../src-renderer/stores/library/library.ts';
import { draw, dropDrawing, takeUpDrawing, useDrawings } from '../../../src-renderer/stores/photos/drawings.ts';
import { useShell } from '../../../src-renderer/stores/shell.ts';
import { dropReason, keepReason, keptReason } from '../../../src-renderer/stores/workfile/reason-draft.ts';
import { openWorkfile, useWorkfiles } from '../../../src-renderer/stores/workfile/workfiles.ts';
import type { CustomerId } from '../../../src-shared/base/ids.ts';
import { type Stroke, undoStroke, withStroke } from '../../../src-shared/domain/photo/stroke.ts';
import { photoOf, sheetOf, workfileId } from '../../browser/renderer/sample-sheet.ts';
import { noLibrary } from '../../browser/renderer/scripted-answers.ts';

/** What the backend keeps, by place. */
const kept = new Map<string, string>();
const drafts = () => [...kept].map(([place, text]) => ({ place, text, keptAt: 5 }));
const photo = photoOf(1);

/** A window that starts, with all that the backend keeps. */
async function start(): Promise<void> {
  forgetIntake();
  useDrawings.setState(useDrawings.getInitialState(), true);
  useWorkfiles.setState(useWorkfiles.getInitialState(), true);
  useShell.setState(useShell.getInitialState(), true);
  useLibrary.setState({ sheet: { kind: 'ready', value: { ...noLibrary, drafts: drafts() } } });
  await openWorkfile(workfileId);
  takeUpIntake();
}
const rest = () => vi.advanceTimersByTimeAsync(250);

beforeEach(async () => {
  vi.useFakeTimers();
  kept.clear();
  const ask = async (name: string, { place, text }: { place: string; text: string }) => {
    if (name === 'draft.keep') kept.set(place, text);
    if (name === 'draft.drop') kept.delete(place);
    return { ok: true, value: name === 'workfile.open' ? sheetOf({ photos: [photo], drafts: drafts() }) : null };
  };
  vi.stubGlobal('window', { shopfile: { bridge: { ask } } });
  await start();
});
const stop = useIntake.subscribe(keepIntake);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an intake stands in its form again, and what is emptied or discarded is let go', async () => {
  const customer = '0190cccc-0000-7000-8000-000000000001' as CustomerId;
  namePerson('Turpin, Sharon', customer);
  sayIntake('claim', 'Q-9');
  sayIntake('company', 'Redwing');
  sayIntake('company', '');
  await rest();
  expect([...kept.keys()].sort()).toEqual([`customer/${customer}/intake/person`, 'customer/new/intake/claim']);
  useLibrary.setState(useLibrary.getInitialState(), true);
  await start();
  expect(useIntake.getState()).toMatchObject({
    said: { person: 'Turpin, Sharon', claim: 'Q-9' },
    customerId: customer,
    restoredAt: 5,
  });
  expect(useShell.getState().overlay).toBe('intake');
  forgetIntake();
  await rest();
  expect([...kept]).toEqual([]);
});

test('who signs out leaves nothing on the screen and finds the intake again', async () => {
  sayIntake('claim', 'Q-9');
  await rest();
  useLibrary.setState(useLibrary.getInitialState(), true);
  forgetIntake();
  await rest();
  expect([...kept.values()]).toEqual(['Q-9']);
});

test('a drawing comes back stroke by stroke, and one that is taken back is let go', async () => {
  const stroke = (x: number): Stroke => ({
    tool: 'box',
    colour: 'red',
    text: '',
    points: [
      { x, y: 1 },
      { x: 9, y: 9 },
    ],
  });
  draw(photo, (before) => withStroke(before, stroke(1)));
  draw(photo, (before) => withStroke(before, stroke(2)));
  draw(photo, (before) => withStroke(before, stroke(3)));
  draw(photo, undoStroke);
  await rest();
  expect(kept.size).toBe(2);
  await start();
  takeUpDrawing(photo);
  expect(useDrawings.getState().byPhoto[photo.id]?.strokes).toEqual([stroke(1), stroke(2)]);
  dropDrawing(photo);
  await rest();
  expect(kept.size).toBe(0);
});

test('a reason waits for its dialog until it is given or given up', async () => {
  const about = { workfileId, kind: 'workfile', id: workfileId, act: 'cancel' } as const;
  keepReason(about, 'Went elsewhere');
  await rest();
  await start();
  expect(keptReason(about)).toBe('Went elsewhere');
  expect(keptReason({ ...about, act: 'reopen' })).toBe('');
  dropReason(about);
  await rest();
  expect([...kept]).toEqual([]);
});

afterAll(stop);
