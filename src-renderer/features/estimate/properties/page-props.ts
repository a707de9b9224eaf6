// What each page of the properties is given.
import type { Line } from '../../../../src-shared/domain/estimate/line.ts';
import type { AutomaticTimes } from '../../../../src-shared/domain/estimate/refinish/automatic-rows.ts';
import type { LineFields } from './line-fields.ts';

export type PageProps = {
  readonly fields: LineFields;
  readonly lines: readonly Line[];
  readonly times: AutomaticTimes;
  /** The version that made or last changed a line. */
  readonly versionOf: (lineId: string) => string;
};
