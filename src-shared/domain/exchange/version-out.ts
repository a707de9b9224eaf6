// Which version of an estimate a file is said to hold.

import type { VersionHead } from '../estimate/supplement/locked-version.ts';
import { nextLabel } from '../estimate/supplement/version.ts';
import type { Imported } from './vendor.ts';

type Versions = {
  readonly label: string;
  readonly imported: Imported | undefined;
  readonly versions: readonly Pick<VersionHead, 'of'>[];
};

/**
 * Here an estimate begins as E01, whatever its file says: what was locked elsewhere is not here to compare with. Going
 * out, its versions count on from that of the file.
 */
export function versionOut({ label, imported, versions }: Versions): string {
  if (imported === undefined || !/^[ES]\d\d$/.test(imported.version)) return label;
  const supplements = versions.filter(({ of }) => of.lockedAt > imported.at && of.label !== label);
  return supplements.reduce((version) => nextLabel(version), imported.version);
}
