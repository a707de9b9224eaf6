// The photos of a workfile in a real browser over a scripted backend: dropped, pasted, looked at, worded, removed.
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { makeThumb } from '../../../src-renderer/stores/photos/thumbnail.ts';
import type { Conflict } from '../../../src-shared/domain/conflict/conflict.ts';
import { turnAlone } from '../../../src-shared/domain/photo/exif.ts';
import type { Sha256 } from '../../../src-shared/domain/photo/photo.ts';
import { readThumb } from '../../../src-shared/domain/photo/read-image.ts';
import type { PhotoState } from '../../../src-shared/ipc/shapes.ts';
import { lineOf, photoOf, sheetOf } from './sample-sheet.ts';
import { headOf } from './scripted-answers.ts';
import { openWindow, type ScriptedWindow } from './scripted-window.tsx';

const gallery = () => page.getByRole('listbox', { name: 'Photos' });
/** A tile by what it is called; where its file is may be read behind it. */
const tile = (name: string) => gallery().getByRole('option', { name: new RegExp(`^${name}(?: |$)`) });

async function openPhotos(script: Parameters<typeof openWindow>[0] = {}): Promise<ScriptedWindow> {
  const window = await openWindow({ sheet: sheetOf(), heads: [headOf(0, 'Turpin, Sharon')], ...script });
  await expect.element(page.getByRole('grid', { name: 'Workfiles' }).getByText('Turpin, Sharon')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('tab', { name: 'Attachments', exact: true }));
  await expect.element(page.getByRole('toolbar', { name: 'Attachments' })).toBeVisible();
  return window;
}

/** A picture as a camera would hand it over: left half red, right half blue. */
async function picture(width: number, height: number, name = 'IMG_1.jpg', type = 'image/jpeg'): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#d00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00d';
  context.fillRect(width / 2, 0, width / 2, height);
  return new File([await canvas.convertToBlob({ type })], name, { type });
}

/** The picture as a camera held on its side writes it. */
async function turned(file: File, turn: number): Promise<File> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const tiff = turnAlone(turn);
  const exif = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return new File([bytes.subarray(0, 2), Uint8Array.from(exif), bytes.subarray(2)], file.name);
}

function carrying(files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

function drop(files: readonly File[]): void {
  const place = document.querySelector('.photos');
  const init = { dataTransfer: carrying(files), bubbles: true, cancelable: true };
  place?.dispatchEvent(new DragEvent('dragover', init));
  place?.dispatchEvent(new DragEvent('drop', init));
}

const stateOf = (n: number, state: Partial<PhotoState>): PhotoState => ({
  sha256: photoOf(n).content.sha256 as Sha256,
  thumbHere: true,
  fullHere: true,
  sent: true,
  damaged: false,
  moving: null,
  ...state,
});

describe('photos that are dropped', () => {
  test('stand there at once, are handed over whole, and what came of them is told with Undo', async () => {
    const window = await openPhotos({ delayMs: 20 });
    await expect.element(page.getByText('No photos yet')).toBeVisible();
    const notes = new File(['what the customer said'], 'notes.txt');
    const photo = await picture(2400, 1800);
    drop([photo, notes, await picture(600, 900, 'IMG_2.png', 'image/png')]);
    await expect.element(tile('IMG_1.jpg')).toBeVisible();
    await expect.element(tile('notes.txt')).toBeVisible();
    await expect.element(page.getByText(/Added 2 photos\. 1 not added: notes\.txt – Neither a photo/)).toBeVisible();
    await expect.element(tile('Photo 2')).toBeVisible();
    expect(window.sheet().photos).toHaveLength(2);
    const [first] = window.askedFor('photo.add') as { thumb: string }[];
    const thumb = readThumb(Uint8Array.from(atob(first?.thumb ?? ''), (sign) => sign.charCodeAt(0)));
    expect(thumb).toMatchObject({ ok: true, value: { width: 320, height: 240 } });
    await userEvent.click(page.getByText('Undo', { exact: true }).last());
    await expect.poll(() => window.sheet().photos).toHaveLength(0);
  });

  test('are taken from the clipboard too', async () => {
    const window = await openPhotos();
    const paste = new ClipboardEvent('paste', { clipboardData: carrying([await picture(40, 30)]), bubbles: true });
    document.querySelector('.photos button')?.dispatchEvent(paste);
    await expect.poll(() => window.sheet().photos).toHaveLength(1);
  });

  test('are refused to a role that may not, with the reason', async () => {
    const window = await openPhotos({ role: 'technician' });
    drop([await picture(40, 30)]);
    await expect.element(page.getByText(/Your role, technician/).first()).toBeVisible();
    expect(window.askedFor('photo.begin')).toEqual([]);
  });
});

describe('a thumbnail', () => {
  const sizeOf = async (file: File) => {
    const thumb = await makeThumb(file);
    if (!thumb.ok) return thumb.failure;
    const bitmap = await createImageBitmap(thumb.value);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const [red = 0, , blue = 0] = context?.getImageData(Math.floor(bitmap.width / 2), 4, 1, 1).data ?? [];
    return { width: bitmap.width, height: bitmap.height, top: red > blue ? 'red' : 'blue' };
  };

  test('keeps the shape and stands the way the camera was held', async () => {
    expect(await sizeOf(await picture(4000, 3000))).toMatchObject({ width: 320, height: 240 });
    expect(await sizeOf(await picture(100, 50))).toMatchObject({ width: 100, height: 50 });
    // Turned to the right, what was on the left is above.
    expect(await sizeOf(await turned(await picture(4000, 3000), 6))).toEqual({ width: 240, height: 320, top: 'red' });
    expect(await sizeOf(await turned(await picture(4000, 3000), 8))).toEqual({ width: 240, height: 320, top: 'blue' });
  });

  test('is not drawn of what only says that it is a photo, or is too large to draw', async () => {
    const bomb = new Uint8Array(await (await picture(10, 10, 'a.png', 'image/png')).arrayBuffer());
    new DataView(bomb.buffer).setUint32(16, 50_000);
    new DataView(bomb.buffer).setUint32(20, 50_000);
    expect(await sizeOf(new File([bomb], 'bomb.png'))).toMatchObject({ issue: 'photo-pixels' });
    expect(await sizeOf(new File(['<svg/>'], 'a.jpg', { type: 'image/jpeg' }))).toMatchObject({ issue: 'photo-type' });
    const half = (await picture(400, 300)).slice(0, 700);
    expect(await sizeOf(new File([half], 'half.jpg'))).toMatchObject({ issue: 'photo-broken' });
  });
});

const three = [1, 2, 3].map((n) => photoOf(n, { caption: { text: n === 2 ? 'Left door' : '' } }));

describe('by the keyboard', () => {
  test('one moves, opens, goes through the photos, and comes back to where one was', async () => {
    await openPhotos({ sheet: sheetOf({ photos: three }) });
    (gallery().element() as HTMLElement).focus();
    await expect.element(tile('Photo 1')).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tile('Left door')).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Left door, 2 of 3' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('region', { name: 'Photo 3, 3 of 3' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}');
    await expect.element(page.getByRole('region', { name: 'Photo 1, 1 of 3' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(gallery()).toHaveFocus();
    await expect.element(tile('Photo 1')).toHaveAttribute('aria-selected', 'true');
  });

  test('one goes on and back after a press on a button, and Ctrl with an arrow is left alone', async () => {
    await openPhotos({ sheet: sheetOf({ photos: three }) });
    (gallery().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(page.getByRole('button', { name: /Next/ }));
    await expect.element(page.getByRole('region', { name: 'Left door, 2 of 3' })).toBeVisible();
    await userEvent.keyboard('{Control>}{ArrowLeft}{/Control}');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('region', { name: 'Photo 3, 3 of 3' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(gallery()).toHaveFocus();
  });

  test('one selects several and removes them; Undo brings them back', async () => {
    const window = await openPhotos({ sheet: sheetOf({ photos: three }) });
    (gallery().element() as HTMLElement).focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{Delete}');
    await expect.element(page.getByText('Removed 2 photos')).toBeVisible();
    expect(window.askedFor('photo.remove')).toEqual([{ photoIds: [three[0]?.id, three[1]?.id] }]);
    expect(window.sheet().photos).toHaveLength(1);
    await userEvent.click(page.getByText('Undo', { exact: true }).last());
    await expect.poll(() => window.sheet().photos).toHaveLength(3);
  });

  test('one words a photo with F2', async () => {
    const window = await openPhotos({ sheet: sheetOf({ photos: three }) });
    (gallery().element() as HTMLElement).focus();
    await userEvent.keyboard('{End}{F2}Scratch on the bumper{Tab}');
    await expect.element(tile('Scratch on the bumper')).toBeVisible();
    expect(window.askedFor('photo.change')).toEqual([
      { photoId: three[2]?.id, group: 'caption', value: { text: 'Scratch on the bumper' } },
    ]);
  });
});

test('a caption with two values says so', async () => {
  const [photo] = three;
  const side = (text: string, pc: string) => ({ value: JSON.stringify({ text }), edit: 'e-1', by: 'Luis', pc, at: 1 });
  const conflict: Conflict = {
    ...{ id: '0190dddd-0000-7000-8000-000000000001' as Conflict['id'], deleted: false },
    ...{ parent: { workfileId: sheetOf().workfile.id }, choice: { made: 'open', by: '' } },
    about: { kind: 'photo', recordId: photo?.id ?? '', group: 'caption' },
    before: { value: '', edit: '', by: '', pc: '', at: 0 },
    ...{ standing: side('Hood', 'PARTS-PC'), late: side('Bonnet', 'FRONT-PC') },
  };
  await openPhotos({ sheet: sheetOf({ photos: three, conflicts: [conflict] }) });
  (gallery().element() as HTMLElement).focus();
  await expect.element(page.getByRole('textbox', { name: 'Caption' })).toHaveAccessibleDescription(/Two values: Hood/);
});

test('an Undo that is refused says why', async () => {
  const window = await openPhotos({ refuse: { 'photo.remove': { kind: 'unavailable', what: 'disk-full' } } });
  drop([await picture(40, 30)]);
  await expect.poll(() => window.sheet().photos).toHaveLength(1);
  await userEvent.click(page.getByText('Undo', { exact: true }).last());
  await expect.element(page.getByText(/disk of this PC is full/).first()).toBeVisible();
});

test('a caption that was being typed before a crash stands in its field, and Keep commits it', async () => {
  const draft = { place: `photo/${three[2]?.id}/caption/text`, text: 'Rear bum', keptAt: 1 };
  const window = await openPhotos({ sheet: sheetOf({ photos: three, drafts: [draft] }) });
  await expect.element(page.getByRole('textbox', { name: 'Caption' })).toHaveValue('Rear bum');
  await userEvent.click(page.getByRole('button', { name: 'Keep', exact: true }));
  await expect.poll(() => window.sheet().photos[2]?.caption.text).toBe('Rear bum');
});

test('each photo says where it is, and tells what changes', async () => {
  const window = await openPhotos({
    sheet: sheetOf({ photos: three }),
    photoStates: [
      stateOf(1, { sent: false }),
      stateOf(2, { fullHere: false }),
      stateOf(3, { thumbHere: false, fullHere: false }),
    ],
  });
  await expect.element(tile('Photo 1').getByText('Waiting to upload')).toBeVisible();
  expect(tile('Photo 1').element()).toHaveAccessibleName('Photo 1 Waiting to upload');
  await expect.element(tile('Left door').getByText('Only the thumbnail is here')).toBeVisible();
  await expect.element(tile('Photo 3').getByText('On its way from another PC')).toBeVisible();
  expect(tile('Left door').element().querySelector('img')?.getAttribute('src')).toMatch(/^\/photo\/0+2\/thumb$/);
  expect(tile('Photo 3').element().querySelector('img')).toBeNull();
  window.notice('photos.changed', { states: [stateOf(1, { sent: false, moving: { way: 'up', percent: 40 } })] });
  await expect.element(tile('Photo 1').getByText('Uploading 40 %')).toBeVisible();
  window.notice('photos.changed', { states: [stateOf(1, {})] });
  await expect.element(tile('Photo 1').getByText('Uploading')).not.toBeInTheDocument();
});

test('a photo of which only the thumbnail is here is fetched when it is looked at', async () => {
  const window = await openPhotos({
    sheet: sheetOf({ photos: three }),
    photoStates: [stateOf(1, { fullHere: false })],
  });
  (gallery().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const shown = () => document.querySelector('.ui-picture-stage img')?.getAttribute('src');
  await expect.poll(shown).toMatch(/\/thumb$/);
  expect(window.askedFor('photo.fetch')).toEqual([{ sha256: three[0]?.content.sha256 }]);
  window.notice('photos.changed', { states: [stateOf(1, {})] });
  await expect.poll(shown).toMatch(/^\/photo\/0+1$/);
});

test('of five hundred photos only those in sight are drawn', async () => {
  const many = Array.from({ length: 500 }, (_, i) =>
    photoOf(i + 1, { place: { position: `b${String(i).padStart(3, '0')}V` } }),
  );
  await openPhotos({ sheet: sheetOf({ photos: many }) });
  (gallery().element() as HTMLElement).focus();
  expect(document.querySelectorAll('.ui-gallery-tile').length).toBeLessThan(80);
  await userEvent.keyboard('{End}');
  await expect.element(tile('Photo 500')).toBeVisible();
  expect(document.querySelectorAll('.ui-gallery-tile').length).toBeLessThan(80);
});

describe('what a photo shows', () => {
  const open = async () => {
    const window = await openPhotos({ sheet: sheetOf({ photos: three, lines: [lineOf(1, 'LT fender')] }) });
    (gallery().element() as HTMLElement).focus();
    return window;
  };

  test('is turned with R, and its file stays as it was', async () => {
    const window = await open();
    await userEvent.keyboard('r');
    await expect.poll(() => window.sheet().photos[0]?.view).toEqual({ quarters: 1 });
    expect(window.sheet().photos[0]?.content).toEqual(three[0]?.content);
    await userEvent.keyboard('{Enter}');
    await userEvent.click(page.getByRole('button', { name: 'Rotate' }));
    await expect.poll(() => window.sheet().photos[0]?.view).toEqual({ quarters: 2 });
  });

  test('is tagged with T, by areas and by lines', async () => {
    const window = await open();
    await userEvent.keyboard('t');
    await expect.element(page.getByRole('combobox', { name: 'Damage area' })).toHaveFocus();
    await userEvent.keyboard('left front{Enter}');
    await expect.element(page.getByRole('button', { name: 'Remove Left front' })).toBeVisible();
    await userEvent.fill(page.getByRole('combobox', { name: 'Lines' }), 'Line 1 LT fender');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => window.sheet().photos[0]?.tags)
      .toEqual({ areas: ['left-front'], lineIds: [lineOf(1, '').id] });
    await userEvent.click(page.getByRole('button', { name: 'Remove Left front' }));
    await expect.poll(() => window.sheet().photos[0]?.tags?.areas).toEqual([]);
  });

  test('moves on and back with Alt and the arrows, all chosen ones together', async () => {
    const window = await open();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.poll(() => window.askedFor('photo.move')).toEqual([{ photoIds: [three[0]?.id], after: three[1]?.id }]);
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.poll(() => window.askedFor('photo.move').at(-1)).toEqual({ photoIds: [three[0]?.id], after: null });
  });
});

test('what of several files was not added is listed by name until it was read', async () => {
  const window = await openPhotos();
  drop([await picture(40, 30), new File(['text'], 'notes.txt'), new File(['%PDF-1.7'], 'estimate.pdf')]);
  const refused = page.getByRole('list', { name: 'Files that were not added' });
  await expect.element(refused.getByText(/^estimate\.pdf – This PDF is cut off/)).toBeVisible();
  await expect.element(refused.getByText(/^notes\.txt – Neither a photo/)).toBeVisible();
  await expect.poll(() => window.sheet().photos).toHaveLength(1);
});

test('a folder is counted while it comes in, and Cancel keeps what is in already', async () => {
  const window = await openPhotos({ delayMs: 60 });
  drop(await Promise.all(Array.from({ length: 20 }, (_, i) => picture(40 + i, 30, `IMG_${i}.jpg`))));
  await expect.element(page.getByText('Adding 3 of 20')).toBeVisible();
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
  await userEvent.click(cancel);
  await expect
    .element(page.getByText(/Cancelled; \d+ files were left out\. Kept what is in already: \d+ photos/))
    .toBeVisible();
  await expect.element(cancel).not.toBeInTheDocument();
  const kept = window.sheet().photos.length;
  expect(kept).toBeGreaterThanOrEqual(2);
  expect(kept).toBeLessThan(20);
  await expect.element(tile('IMG_19.jpg')).not.toBeInTheDocument();
  await userEvent.click(page.getByText('Undo', { exact: true }).last());
  await expect.poll(() => window.sheet().photos).toHaveLength(0);
});

describe('a photo is looked at closer', () => {
  const stage = () => document.querySelector<HTMLElement>('.ui-picture-stage') as HTMLElement;
  const width = () => Math.round(stage().firstElementChild?.getBoundingClientRect().width ?? 0);
  const zoom = page.getByRole('button', { name: 'Zoom' });
  const middle = () => {
    const { left, top } = stage().getBoundingClientRect();
    return { clientX: left + stage().clientWidth / 2, clientY: top + stage().clientHeight / 2 };
  };
  const fire = (event: Event) => stage().dispatchEvent(event);
  const open = async (quarters: 0 | 1 = 0) => {
    await openPhotos({
      sheet: sheetOf({ photos: [photoOf(1, { view: { quarters } })] }),
      photoStates: [stateOf(1, {})],
    });
    (gallery().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(zoom).toHaveAttribute('aria-pressed', 'false');
  };

  test('by the button and by Space: pixel by pixel, and as it fits', async () => {
    await open();
    await userEvent.keyboard(' ');
    await expect.element(zoom).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(width).toBe(4032);
    await userEvent.click(zoom);
    await expect.element(zoom).toHaveAttribute('aria-pressed', 'false');
    expect((stage().firstElementChild as HTMLElement).style.width).toBe('');
  });

  test('by a double click and by the wheel around the pointer, and moved by dragging', async () => {
    await open();
    fire(new MouseEvent('dblclick', { ...middle(), bubbles: true }));
    await expect.poll(width).toBe(4032);
    const before = stage().scrollLeft;
    expect(before).toBeGreaterThan(1000);
    fire(new WheelEvent('wheel', { ...middle(), deltaY: -100, bubbles: true, cancelable: true }));
    await expect.poll(width).toBe(5040);
    expect(stage().scrollLeft).toBeGreaterThan(before);
    const { scrollLeft, scrollTop } = stage();
    await userEvent.dragAndDrop(stage(), stage(), {
      sourcePosition: { x: 300, y: 200 },
      targetPosition: { x: 100, y: 150 },
    });
    expect(stage().scrollLeft).toBeCloseTo(scrollLeft + 200, -1);
    expect(stage().scrollTop).toBeCloseTo(scrollTop + 50, -1);
    for (let turn = 0; turn < 20; turn += 1) {
      fire(new WheelEvent('wheel', { ...middle(), deltaY: 100, bubbles: true, cancelable: true }));
    }
    await expect.element(zoom).toHaveAttribute('aria-pressed', 'false');
  });

  test('lying on its side as well', async () => {
    await open(1);
    await userEvent.keyboard(' ');
    await expect.poll(width).toBe(3024);
  });
});

test('a photo whose file is not here yet says why it cannot be looked at closer', async () => {
  await openPhotos({ sheet: sheetOf({ photos: three }), photoStates: [stateOf(1, { fullHere: false })] });
  (gallery().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Zoom' })).toHaveAttribute('aria-disabled', 'true');
});
