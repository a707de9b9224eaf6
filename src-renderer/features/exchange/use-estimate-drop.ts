// A folder or files of an estimate dropped anywhere on the window.
import { useEffect } from 'react';
import { dropEstimate } from '../../stores/exchange.ts';
import { useDenied } from '../../stores/session.ts';
import { say } from '../../stores/shell.ts';

const endings = /\.(env|ad1|ad2|veh|lin|pf[hlmopt]|stl|ttl|ven|dbt|xml)$/i;

export function useEstimateDrop(): void {
  const denied = useDenied('create-workfiles');
  useEffect(() => {
    const over = (event: DragEvent): void => {
      const files = filesIn(event);
      if (files === undefined) return;
      event.preventDefault();
      files.dropEffect = denied === undefined ? 'copy' : 'none';
    };
    const drop = (event: DragEvent): void => {
      const files = filesIn(event);
      if (files === undefined) return;
      event.preventDefault();
      if (denied === undefined) void take(files);
      else say(denied);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [denied]);
}

/** Files that nobody wants yet: a screen that takes its own, as photos, was asked first. Text goes where it is dropped. */
const filesIn = ({ defaultPrevented, dataTransfer }: DragEvent): DataTransfer | undefined =>
  !defaultPrevented && dataTransfer?.types.includes('Files') === true ? dataTransfer : undefined;

async function take(dropped: DataTransfer): Promise<void> {
  // What was dropped is gone after the first wait, so all of it is asked for now.
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = entries.length === 0 ? [...dropped.files] : (await Promise.all(entries.map(filesOf))).flat();
  const estimates = files.filter(({ name }) => endings.test(name));
  if (estimates.length === 0) return say('Import: there is no EMS set and no BMS document in what was dropped.');
  await dropEstimate(estimates);
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry);
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  const files = inside.filter((one) => one.isFile && endings.test(one.name));
  return (await Promise.all(files.map((one) => fileOf(one as FileSystemFileEntry)))).flat();
}

const fileOf = (entry: FileSystemFileEntry): Promise<readonly File[]> =>
  new Promise((resolve) => {
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    );
  });

/** A folder gives its entries by the hundred until it gives none. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0 || all.length > 2_000) return all;
    all.push(...some);
  }
}
