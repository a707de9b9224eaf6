// What the backend tells every window without being asked.

import type { WorkfileId } from '../base/ids.ts';
import type { Library } from '../domain/library/library.ts';
import type { PcPresence } from '../sync/presence.ts';
import type { GivenCommand } from './command-shapes.ts';
import type { WatchState } from './exchange-requests.ts';
import type { DiskTrouble, Upkeep } from './pc-shapes.ts';
import type { Input, Reply, RequestName } from './requests.ts';
import type { ChangedRecord, PhotoState, SessionState, SyncState } from './shapes.ts';

/** Notices by name; each is `noun.past-participle`. */
export type Notices = {
  /** Records of a workfile changed, here or on another PC; each comes as it is now. */
  'workfile.changed': {
    readonly workfileId: WorkfileId;
    readonly from: 'here' | 'elsewhere';
    readonly changes: readonly ChangedRecord[];
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly unsavedSince: number;
  };
  /** Records of a library of the shop changed, here or on another PC; each comes as it is now. None: all is to be read anew. */
  'library.changed': {
    readonly library: Library;
    readonly changes: readonly ChangedRecord[];
    readonly canUndo: boolean;
    readonly canRedo: boolean;
  };
  /** Rows of the list changed, came or went. */
  'list.changed': { readonly workfileIds: readonly WorkfileId[] };
  /** Files of photos came, went out, or moved on. */
  'photos.changed': { readonly states: readonly PhotoState[] };
  /** Commands given here were sent, done, refused or cancelled; all of them as they are now. */
  'commands.changed': readonly GivenCommand[];
  /** Other PCs of the shop opened or closed workfiles; all of them as they are now. */
  'presence.changed': readonly PcPresence[];
  /** How far the reading of a file is, 0 to 1. */
  'import.moved': { readonly share: number };
  /** New exports were found in the watched folder. */
  'watch.changed': WatchState;
  /** A backup or a check of the data began, moved on or ended. */
  'upkeep.changed': Upkeep;
  /** Nothing can be written on this PC, or it can again. */
  'disk.changed': DiskTrouble | null;
  'sync.changed': SyncState;
  'session.changed': SessionState;
};
export type NoticeName = keyof Notices;

/** What the preload gives a window to reach the backend. */
export type Bridge = {
  ask<N extends RequestName>(name: N, input: Input<N>): Promise<Reply<N>>;
  listen<N extends NoticeName>(name: N, tell: (notice: Notices[N]) => void): () => void;
};

/** A window's message on the port: a question with a number to answer to. */
export type Question = { readonly n: number; readonly name: string; readonly input: unknown };
/** The backend's messages on the port. */
export type FromBackend =
  | { readonly n: number; readonly reply: unknown }
  | { readonly notice: NoticeName; readonly data: unknown };

/** The most bytes of JSON that one question may have. */
export const maxQuestionBytes = 1_048_576;
