/** Stands in for the person at the system's file dialogs. */
import type { UserFiles } from '../../src-shared/ipc/host.ts';

/** Nobody chooses a file. */
export const noFiles: UserFiles = {
  save: async () => null,
  open: async () => null,
  choose: async () => null,
  show: async () => false,
};

/** One file after the other is written to a shelf, and the one on top is what is chosen to be read. */
export function fileShelf(): UserFiles & { text: string } {
  const shelf = {
    text: '',
    save: async (name: string, text: string) => {
      shelf.text = text;
      return { name };
    },
    open: async () => ({ name: 'unsent.json', text: shelf.text }),
    choose: async () => null,
    show: async () => false,
  };
  return shelf;
}
