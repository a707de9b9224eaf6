/** Rules that hold for a record after every merge, whatever each PC saw when it edited. */
import type { Line } from '../../src-shared/domain/estimate/line.ts';
import { checkLine } from '../../src-shared/domain/estimate/line-rules.ts';
import type { JsonObject } from '../../src-shared/sync/protocol.ts';
import type { RecordKind } from '../../src-shared/sync/records.ts';

type State = {
  readonly kind: RecordKind;
  readonly value: Readonly<Record<string, JsonObject>>;
  readonly deleted: boolean;
};

/** Whether a record may stand as it is. Its groups were parsed before. */
export const keepsRules = (record: State): boolean =>
  record.kind !== 'line' || record.deleted || checkLine(record.value as unknown as Line) === null;
