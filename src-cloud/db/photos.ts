/** Table photo: which files of photos the shop has, and who sent them. */
import type { DeviceId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import type { PhotoPart, PhotoType, Sha256 } from '../../src-shared/domain/photo/photo.ts';
import type { Sql } from './database.ts';

export type StoredPhoto = {
  readonly sha256: Sha256;
  readonly part: PhotoPart;
  readonly bytes: number;
  readonly type: PhotoType | 'pdf';
};
export type Sender = { readonly person: UserId; readonly device: DeviceId };

export async function readPhotoRow(
  sql: Sql,
  shop: ShopId,
  sha256: Sha256,
  part: PhotoPart,
): Promise<StoredPhoto | undefined> {
  const text = 'select sha256, part, bytes, type from photo where shop_id = $1 and sha256 = $2 and part = $3';
  return (await sql.query<StoredPhoto>(text, [shop, sha256, part]))[0];
}

/** Whoever sent it first stays named. */
export async function insertPhoto(sql: Sql, shop: ShopId, photo: StoredPhoto, sender: Sender): Promise<void> {
  const text = `insert into photo (shop_id, sha256, part, bytes, type, person_id, device_id)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (shop_id, sha256, part) do nothing`;
  const { sha256, part, bytes, type } = photo;
  await sql.query(text, [shop, sha256, part, bytes, type, sender.person, sender.device]);
}
