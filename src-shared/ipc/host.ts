// The door to Electron's main process: what only it can do, for windows and for the backend.

import { z } from 'zod';
import type { Paper } from '../domain/print/paper.ts';
import { lineText } from '../domain/text.ts';
import { isCommandId } from './commands.ts';

/** What a window may ask of the main process; each is a message without an answer. */
export const hostCalls = {
  /** Names the window after what it shows; `alone` without the name of the product. */
  'window.title': z.strictObject({ title: lineText(200), alone: z.literal(true).exactOptional() }),
  /** Opens the DMS Activity of a workfile in a window of its own, or brings that to the front. */
  'view.dms': z.strictObject({ workfileId: z.uuid() }),
  /** Brings the window of the whole app to the front, and chooses a command there. */
  'view.app': z.strictObject({ command: z.string().refine(isCommandId) }),
  /** Brings the window of the whole app to the front, and opens a place of a workfile there. */
  'view.place': z.strictObject({ workfileId: z.uuid(), place: lineText(200) }),
  /** Closes a window that was opened beside the first one. */
  'view.close': z.strictObject({}),
  /** The first list can be used: start-up is over. */
  'window.ready': z.strictObject({}),
  /** Changes the zoom: a step in, a step out, or back to 100 %. */
  'window.zoom': z.strictObject({ step: z.enum(['in', 'out', 'reset']) }),
  'window.full-screen': z.strictObject({}),
  /** Light, dark, or as the system says. */
  'window.theme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  /** Which commands can be used now; the menus grey the others. */
  'menu.enable': z.strictObject({ commands: z.array(z.string().refine(isCommandId)).max(100) }),
  /** Opens a page outside: https on an allowed host only. */
  'link.open': z.strictObject({ url: z.string().max(2000) }),
} as const;

export type HostCallName = keyof typeof hostCalls;
export type HostCall<N extends HostCallName> = z.output<(typeof hostCalls)[N]>;

/** What the main process tells a window. */
export type HostNotices = {
  /** A menu entry or its key was chosen. */
  'command.chosen': { readonly command: string };
  /** A place of a workfile was chosen in a window beside this one. */
  'place.chosen': { readonly workfileId: string; readonly place: string };
  /** The backend stopped and is being started again, or is back. */
  'backend.changed': { readonly state: 'restarting' | 'running' | 'failed'; readonly reference: string };
  /** The zoom now, in percent. */
  'zoom.changed': { readonly percent: number };
};
export type HostNoticeName = keyof HostNotices;

/** What the preload gives a window to reach the main process. */
export type HostBridge = {
  tell<N extends HostCallName>(name: N, call: HostCall<N>): void;
  listen<N extends HostNoticeName>(name: N, hear: (notice: HostNotices[N]) => void): () => void;
};

/** What the backend needs of the system: its secret store. Text in, text out; fails where the store is gone. */
export type Secrets = {
  readonly protect: (plain: string) => Promise<string>;
  readonly reveal: (sealed: string) => Promise<string>;
};

/** What the backend needs of the system's file dialogs. Null where the person chose no file. */
export type UserFiles = {
  /** Lets the person choose where to write the text, and writes it there whole or not at all. */
  readonly save: (suggested: string, text: string) => Promise<{ readonly name: string } | 'failed' | null>;
  /** Lets the person choose a file, and reads it. */
  readonly open: () => Promise<{ readonly name: string; readonly text: string } | 'failed' | null>;
  /** Lets the person choose a place that the backend then reads or writes itself: estimates are several files. */
  readonly choose: (purpose: PathPurpose, suggested: string) => Promise<string | null>;
  /** Opens a copy of a document in the system's own program for it; answers whether there is one. */
  readonly show: (file: string) => Promise<boolean>;
};

/** The folder, within that of the data, of the copies that are opened: nothing else is ever handed to another program. */
export const openedFolder = 'opened';

/** Pages that are ready for the print engine: their markup, and the paper that they fill. */
export type PrintJob = { readonly title: string; readonly paper: Paper; readonly body: string };
/** A printer by the name that the system knows, and the one that people read. */
export type Printer = { readonly name: string; readonly title: string };
/** Why nothing was printed or written. */
export type PrintTrouble =
  | 'print-stopped'
  | 'print-engine'
  | 'printer'
  | 'printer-none'
  | 'disk-full'
  | 'file-in-use'
  | 'file-unwritten';
/** A file by its name; null where the person chose none. */
export type PdfAnswer = { readonly file: string | null } | { readonly trouble: PrintTrouble };

/** What the backend needs of the system to bring pages to paper. */
export type Printing = {
  readonly printers: () => Promise<readonly Printer[]>;
  /** Lets the person choose where, and writes the pages there as a PDF, whole or not at all. */
  readonly pdf: (job: PrintJob, suggested: string) => Promise<PdfAnswer>;
  /** Sends the pages to a printer; an empty name is the system's default. */
  readonly paper: (job: PrintJob, printer: string, copies: number) => Promise<PrintTrouble | null>;
  /** Ends what is being made; nothing of it is written. */
  readonly stop: () => void;
};
/** What a place is chosen for. */
export type PathPurpose =
  | 'import-estimate'
  | 'watch-folder'
  | 'export-ems'
  | 'export-bms'
  | 'export-csv'
  | 'save-document'
  | 'save-journal'
  | 'backup-folder'
  | 'restore-backup';

/** What tells one machine from another, as digests; the hardware's is null where the system does not say. */
export type Machine = { readonly hardware: string | null; readonly name: string };

/** A small file outside the data folder, by which the backend notices that the folder was put back or copied. */
export type Anchor = {
  readonly machine: Machine;
  /** Its text; empty where there is none that can be read. */
  readonly read: () => string;
  /** Replaces it whole or not at all. */
  readonly write: (text: string) => void;
};
