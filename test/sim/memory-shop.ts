/** A shop's tables in memory, as they are committed. */
import type { Batch } from '../../src-cloud/db/batches.ts';
import type { AskedCommand, StoredCommand } from '../../src-cloud/db/commands.ts';
import type { StoredConflict } from '../../src-cloud/db/conflicts.ts';
import type { LoggedEdit } from '../../src-cloud/db/log.ts';
import type { GivenBlock } from '../../src-cloud/db/number-blocks.ts';
import type { StoredRecord } from '../../src-cloud/db/records.ts';
import type { EditId } from '../../src-shared/base/ids.ts';
import type { RefusalCode } from '../../src-shared/sync/protocol.ts';

export type LogEntry = LoggedEdit & { readonly mark: string; readonly device: string; readonly person: string };

/** A command with its answer; nothing else is known of one of which only the cancelling came. */
export type SettledCommand = StoredCommand & Pick<AskedCommand, 'id' | 'name' | 'edits'>;

/** What is committed. */
export type ShopMemory = {
  epoch: string;
  lastSeq: number;
  mark: string;
  readonly log: LogEntry[];
  readonly applied: Set<EditId>;
  readonly records: Map<string, StoredRecord>;
  readonly conflicts: Map<string, StoredConflict>;
  readonly refused: Map<EditId, RefusalCode>;
  readonly batches: Map<string, Batch>;
  /** By their ids. */
  readonly commands: Map<string, SettledCommand>;
  /** The numbers that were given away. */
  readonly blocks: GivenBlock[];
};

export const emptyShop = (epoch: string): ShopMemory => ({
  epoch,
  lastSeq: 0,
  mark: '',
  log: [],
  applied: new Set(),
  records: new Map(),
  conflicts: new Map(),
  refused: new Map(),
  batches: new Map(),
  commands: new Map(),
  blocks: [],
});

/** A copy as a backup would hold it; what is stored is never changed in place. */
export const copyOf = (shop: ShopMemory): ShopMemory => ({
  ...shop,
  log: [...shop.log],
  applied: new Set(shop.applied),
  records: new Map(shop.records),
  conflicts: new Map(shop.conflicts),
  refused: new Map(shop.refused),
  batches: new Map(shop.batches),
  commands: new Map(shop.commands),
  blocks: [...shop.blocks],
});
