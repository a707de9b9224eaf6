// What the system's own dialogs say when no page can: Shopfile cannot open its data, or cannot go on. None offers to delete.

import { app, dialog } from 'electron';
import type { Failure } from '../../src-shared/base/failure.ts';

type Words = { readonly message: string; readonly detail: string };
/** What finds it again in the log, and the folder that it is about. */
type Where = { readonly reference: string; readonly folder?: string };

/** Says why the data cannot be opened; answers whether to try again. */
export async function sayStartFailure(failure: Failure, { reference, folder }: Where): Promise<boolean> {
  const { message, detail } = startFailureWords(failure);
  const buttons = ['Try again', `Close ${app.name}`];
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: app.name,
    message,
    detail: `${detail}\n\n${folder === undefined ? '' : `Folder: ${folder}\n`}Reference: ${reference}`,
    buttons,
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Says that the program must end; answers when it was read. */
export function sayEnd(reference: string): void {
  dialog.showErrorBox(
    `${app.name} has to close`,
    `Something went wrong that it did not expect. Everything shown as saved or kept is safe on this PC.\n\n` +
      `Start it again. If it comes back, read this reference to support: ${reference}`,
  );
}

export function startFailureWords(failure: Failure): Words {
  switch (failure.kind) {
    case 'outdated':
      return {
        message: 'The data on this PC belong to a newer version',
        detail: `They were written by a newer Shopfile and need version ${failure.need} or later. Nothing was changed. Install that version and start again.`,
      };
    case 'locked':
      return {
        message: 'The data on this PC are in use',
        detail: `Another program holds them${failure.holder === undefined ? '' : `: ${failure.holder}`}. Nothing was changed. Close it and try again.`,
      };
    case 'unavailable':
      return { message: 'The data on this PC cannot be opened', detail: unavailableWords(failure.what) };
    case 'invalid':
      return {
        message: 'The address of the cloud cannot be used',
        detail: `${failure.field} must be an https address without a path. Nothing was changed.`,
      };
    default:
      return { message: 'The data on this PC cannot be opened', detail: 'Nothing was changed. Try again.' };
  }
}

const unavailableWords = (what: string): string =>
  `${reasons[what] ?? 'The system refused it. Try again.'} ${untouched}`;

const untouched = 'Nothing was changed.';
const reasons: Readonly<Record<string, string>> = {
  'database-damaged':
    'A part of the file is damaged. Do not delete anything: call support, who can read what is whole and restore the rest.',
  'database-busy':
    'Another program is using the file, perhaps a backup or a virus scanner. Wait a moment and try again.',
  'disk-full': 'The disk is full. Free some space and try again.',
  disk: 'The disk reported an error. Have it checked before you work on.',
  'data-folder':
    'The folder of the data cannot be written: it is write-protected, or this account may not change it. Take the protection off, or have the account given the right, and try again.',
  'data-folder-network': 'The folder of the data lies on the network; it must lie on a disk of this PC.',
  'data-folder-synchronised': 'Another program synchronises the folder of the data; it must lie outside such folders.',
};
