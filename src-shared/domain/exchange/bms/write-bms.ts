// A foreign estimate as a BMS 5.2 document.

import type { Foreign } from '../foreign.ts';
import { bmsLine } from './write-lines.ts';
import { bmsClaim, bmsPeople } from './write-people.ts';
import { bmsProfile } from './write-rates.ts';
import { bmsTotals } from './write-totals.ts';
import { type MaybePiece, piece, xmlText } from './xml-element.ts';

const namespace = 'http://www.cieca.com/BMS';

/** What a receiver may do without. */
export type BmsChoice = { readonly people: boolean; readonly profile: boolean };

/** The text of a document; names and addresses, and the profile, only where they were chosen. */
export function writeBms(foreign: Foreign, { people, profile }: BmsChoice): string {
  const { document } = foreign;
  const root = piece('VehicleDamageEstimateAddRq', [
    piece('RqUID', document.id || document.fileId || '0'),
    people ? piece('RefClaimNum', foreign.insurance.claim) : null,
    documentInfo(foreign),
    piece('ApplicationInfo', [
      piece('ApplicationType', 'Estimating'),
      piece('ApplicationName', document.software || 'Shopfile'),
      piece('ApplicationVer', document.softwareVersion),
      piece('DatabaseVer', document.database),
      piece('DatabaseDateTime', document.databaseDate),
    ]),
    document.fileId === ''
      ? null
      : piece('EventInfo', [
          piece('OtherEvent', [piece('OtherEventType', 'ESTFILE_ID'), piece('OtherEventMemo', document.fileId)]),
        ]),
    people ? bmsPeople(foreign) : null,
    bmsClaim(foreign, people),
    vehicleInfo(foreign.vehicle, people),
    profile ? bmsProfile(foreign.rates) : null,
    ...foreign.lines.map(bmsLine),
    bmsTotals(foreign.totals),
  ]);
  return root === null ? '' : xmlText(root, namespace);
}

function documentInfo({ document }: Foreign): MaybePiece {
  const supplement = /^S(\d\d)$/.exec(document.version)?.[1];
  const version = (code: string, number: string): MaybePiece =>
    piece('DocumentVer', [piece('DocumentVerCode', code), piece('DocumentVerNum', number)]);
  const time = /^(\d\d)(\d\d)(\d\d)$/.exec(document.createdTime)?.slice(1).join(':') ?? '00:00:00';
  return piece('DocumentInfo', [
    piece('BMSVer', '5.2.22'),
    piece('DocumentType', 'E'),
    piece('DocumentID', document.id),
    piece('VendorCode', document.system),
    ...(supplement === undefined
      ? [version('EM', '0'), version('VN', '0')]
      : [version('SV', String(Number(supplement)))]),
    piece('DocumentStatus', document.status || 'C'),
    piece('CreateDateTime', document.created === '' ? '' : `${document.created}T${time}`),
    document.currency === ''
      ? null
      : piece('CurrencyInfo', [piece('CurCode', document.currency), piece('BaseCurCode', document.currency)]),
  ]);
}

function vehicleInfo(vehicle: Foreign['vehicle'], people: boolean): MaybePiece {
  const produced = /^(\d\d)\/(\d{4})$/.exec(vehicle.produced);
  const options = vehicle.options === '' ? [] : vehicle.options.split('\n');
  return piece('VehicleInfo', [
    piece('VINInfo', [piece('VIN', [piece('VINNum', vehicle.vin)])]),
    people
      ? piece('License', [
          piece('LicensePlateNum', vehicle.plate),
          piece('LicensePlateStateProvince', vehicle.plateState),
        ])
      : null,
    piece('VehicleDesc', [
      piece('ProductionDate', produced === null ? '' : `${produced[2]}-${produced[1]}`),
      piece('ModelYear', vehicle.year === 0 ? '' : String(vehicle.year)),
      piece('MakeDesc', vehicle.make),
      piece('ModelName', vehicle.model),
      piece('SubModelDesc', vehicle.trim),
      piece('VehicleType', vehicle.type),
      vehicle.miles === 0
        ? null
        : piece('OdometerInfo', [
            piece('OdometerInd', '1'),
            piece('OdometerReading', String(vehicle.miles)),
            piece('OdometerReadingMeasure', vehicle.kilometres ? 'DK' : 'DM'),
          ]),
      piece(
        'VehicleOptions',
        options.map((option) => {
          const [, code = '', words = option] = /^([A-Z0-9-]{1,12}) (.+)$/.exec(option) ?? [];
          return piece('Option', [piece('OptionCode', code), piece('OptionDesc', words)]);
        }),
      ),
      piece('DatabaseCode', vehicle.code),
      piece('VehicleDescMemo', vehicle.memo),
    ]),
    piece('Paint', [
      piece('Exterior', [
        piece('Color', [piece('ColorName', vehicle.color), piece('OEMColorCode', vehicle.paintCode)]),
      ]),
      piece('PaintStagesNum', vehicle.stages === 0 ? '' : String(vehicle.stages)),
    ]),
    piece('Body', [piece('BodyStyle', vehicle.body)]),
    piece('Powertrain', [piece('EngineDesc', vehicle.engine)]),
    piece('Condition', [piece('ConditionCode', vehicle.condition), piece('PriorDamageMemo', vehicle.priorDamage)]),
  ]);
}
