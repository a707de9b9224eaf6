// A BMS document as a foreign estimate.

import { failed, ok, type Result } from '../../../base/result.ts';
import { checkedForeign } from '../checked-foreign.ts';
import type { ReadForeign } from '../ems/read-ems.ts';
import type { FileFault } from '../fault.ts';
import { type Foreign, noForeign } from '../foreign.ts';
import { type BmsValues, valuesOf } from './bms-values.ts';
import { readBmsLines } from './read-lines.ts';
import { readBmsClaim, readBmsPeople } from './read-people.ts';
import { readBmsRates } from './read-rates.ts';
import { readBmsTotals } from './read-totals.ts';
import { readBmsVehicle } from './read-vehicle.ts';
import { readBmsSuppliers } from './suppliers.ts';
import { childAt, childrenOf, type XmlElement } from './xml-element.ts';

/** What an element's values are read with. */
export type BmsReader = { readonly root: XmlElement; readonly values: BmsValues };

/** Reads a document; what cannot be read is named by its line, and then nothing is read at all. */
export function readBms(file: string, root: XmlElement): Result<ReadForeign, FileFault> {
  if (!/^VehicleDamageEstimate(Add|Chg)?R[qs]$/.test(root.name))
    return failed({ file, place: `line ${root.line}, ${root.name.slice(0, 60)}`, why: 'not-an-estimate' });
  const faults: FileFault[] = [];
  const remarks: FileFault[] = [];
  const reader: BmsReader = { root, values: valuesOf(file, faults, remarks) };
  const info = childAt(root, 'DocumentInfo');
  if (info === undefined || reader.values.text(info, 'BMSVer') === '')
    return failed({ file, place: 'DocumentInfo, BMSVer', why: 'version' });
  if (childrenOf(root, 'DamageLineInfo').length === 0)
    return failed({ file, place: 'DamageLineInfo', why: 'no-lines' });
  const foreign = {
    ...noForeign,
    document: documentOf(reader, info),
    ...readBmsPeople(reader),
    suppliers: readBmsSuppliers(reader),
    insurance: readBmsClaim(reader),
    vehicle: readBmsVehicle(reader),
    rates: readBmsRates(reader),
    lines: readBmsLines(reader),
    ...readBmsTotals(reader),
  };
  const [fault] = faults;
  if (fault !== undefined) return failed(fault);
  const checked = checkedForeign(file, foreign);
  return checked.ok ? ok({ foreign: checked.value, remarks }) : checked;
}

function documentOf({ root, values }: BmsReader, info: XmlElement): Foreign['document'] {
  const application = childrenOf(root, 'ApplicationInfo').find(
    (one) => values.text(one, 'ApplicationType') === 'Estimating',
  );
  const fileId = childrenOf(childAt(root, 'EventInfo'), 'OtherEvent').find(
    (one) => values.text(one, 'OtherEventType') === 'ESTFILE_ID',
  );
  const created = values.text(info, 'CreateDateTime');
  return {
    ...noForeign.document,
    system: values.text(info, 'VendorCode', 4).toUpperCase(),
    format: 'bms',
    version: versionOf({ root, values }, info),
    id: values.text(info, 'DocumentID', 60),
    fileId: meaningful(values.text(fileId, 'OtherEventMemo', 60)),
    software: values.text(application, 'ApplicationName', 60),
    softwareVersion: values.text(application, 'ApplicationVer', 20),
    database: values.text(application, 'DatabaseVer', 20),
    databaseDate: values.date(application, 'DatabaseDateTime'),
    created: values.date(info, 'CreateDateTime'),
    createdTime: /T(\d\d):(\d\d):(\d\d)/.exec(created)?.slice(1).join('') ?? '',
    currency: values.text(info, 'CurrencyInfo/CurCode', 4).toUpperCase(),
    status: values.text(info, 'DocumentStatus', 4),
  };
}

const meaningful = (id: string): string => (/^0*$/.test(id) ? '' : id);

/** `SV 2` is the second supplement; without one it is the first estimate (real: EM 0 and VN 0). */
function versionOf({ values }: BmsReader, info: XmlElement): string {
  const supplement = childrenOf(info, 'DocumentVer').find((one) => values.text(one, 'DocumentVerCode') === 'SV');
  const number = values.integer(supplement, 'DocumentVerNum');
  return number > 0 && number < 100 ? `S${String(number).padStart(2, '0')}` : 'E01';
}
