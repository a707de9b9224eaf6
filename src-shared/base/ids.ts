// Record ids: UUIDv7 made on the PC, so that they sort by time and need no server.

import type { Brand } from './brand.ts';

export type ShopId = Brand<string, 'ShopId'>;
export type UserId = Brand<string, 'UserId'>;
export type WorkfileId = Brand<string, 'WorkfileId'>;
export type ContactId = Brand<string, 'ContactId'>;
export type VehicleId = Brand<string, 'VehicleId'>;
export type InsuranceId = Brand<string, 'InsuranceId'>;
export type RatesId = Brand<string, 'RatesId'>;
export type EstimateId = Brand<string, 'EstimateId'>;
export type LineId = Brand<string, 'LineId'>;
export type PhotoId = Brand<string, 'PhotoId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
export type NoteId = Brand<string, 'NoteId'>;
export type VersionId = Brand<string, 'VersionId'>;
export type ConflictId = Brand<string, 'ConflictId'>;
export type ProfileId = Brand<string, 'ProfileId'>;
export type CannedId = Brand<string, 'CannedId'>;
export type ReceiptId = Brand<string, 'ReceiptId'>;
export type ReceiptVoidId = Brand<string, 'ReceiptVoidId'>;
export type PartCodeId = Brand<string, 'PartCodeId'>;
export type EmployeeId = Brand<string, 'EmployeeId'>;
export type InsurerId = Brand<string, 'InsurerId'>;
export type CustomerId = Brand<string, 'CustomerId'>;
export type TaskId = Brand<string, 'TaskId'>;
export type AppointmentId = Brand<string, 'AppointmentId'>;
export type PlanEventId = Brand<string, 'PlanEventId'>;
export type DmsEventId = Brand<string, 'DmsEventId'>;
export type DmsConnectionId = Brand<string, 'DmsConnectionId'>;

/** A PC of a shop: ten characters of base 32, made on the PC at its first start. */
export type DeviceId = Brand<string, 'DeviceId'>;
/** `<device>-<counter>`: names one edit for ever. */
export type EditId = Brand<string, 'EditId'>;

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const deviceShape = /^[0-9a-hjkmnp-tv-z]{10}$/;
const editShape = /^[0-9a-hjkmnp-tv-z]{10}-[1-9][0-9]{0,14}$/;
const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** A UUIDv7 (RFC 9562) of the millisecond `now` and sixteen random bytes. */
export function uuidV7(now: number, random: Uint8Array): string {
  const bytes = random.slice(0, 16);
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A device id of ten random bytes. */
export const deviceIdOf = (random: Uint8Array): DeviceId =>
  Array.from(random.slice(0, 10), (byte) => base32[byte % 32]).join('') as DeviceId;

/** The id of the counter-th edit of a device. */
export const editIdOf = (device: DeviceId, counter: number): EditId => `${device}-${counter}` as EditId;

/** Whether text is a UUID in lower case. */
export const isUuid = (text: string): boolean => uuidShape.test(text);
/** Whether text is a device id. */
export const isDeviceId = (text: string): text is DeviceId => deviceShape.test(text);
/** Whether text is an edit id. */
export const isEditId = (text: string): text is EditId => editShape.test(text);
/** The device that made an edit. */
export const deviceOfEdit = (edit: EditId): DeviceId => edit.slice(0, 10) as DeviceId;
/** The running number that its device gave an edit. */
export const counterOf = (edit: EditId): number => Number(edit.slice(edit.indexOf('-') + 1));
