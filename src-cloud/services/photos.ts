/** Files of photos: taken over once they are whole and are what they are named, and read by their own shop alone. */
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { isPdf } from '../../src-shared/domain/document/read-pdf.ts';
import { isBare, readPhoto, readThumb } from '../../src-shared/domain/photo/read-image.ts';
import type { Database } from '../db/database.ts';
import { insertPhoto, readPhotoRow, type StoredPhoto } from '../db/photos.ts';
import { inShop } from '../db/tenant.ts';
import type { Arrived, PhotoName, PhotoStore } from '../files/photo-store.ts';

/** Who sent a file, and from which PC. */
export type Sender = Parameters<typeof insertPhoto>[3];
export type PhotoDeps = { readonly database: Database; readonly photos: PhotoStore };

/** A file that the shop has; nothing where it is not noted, or where the disk lost it: then it may be sent again. */
export async function findPhoto({ database, photos }: PhotoDeps, name: PhotoName): Promise<StoredPhoto | undefined> {
  const { shop, sha256, part } = name;
  const row = await inShop(database, shop, (sql) => readPhotoRow(sql, shop, sha256, part));
  const bytes = row && (await photos.sizeOf(name));
  return bytes === undefined ? undefined : row && { ...row, bytes };
}

/** Takes over an upload that is complete: checked by content, put into its place, then noted. What is wrong is removed. */
export async function takeOver(deps: PhotoDeps, name: PhotoName, sender: Sender): Promise<Result<null, 'wrong'>> {
  const { database, photos } = deps;
  const arrived = await photos.readArrived(name);
  // Another request took it over a moment ago, or found it wrong.
  if (arrived === undefined) return (await findPhoto(deps, name)) === undefined ? failed('wrong') : ok(null);
  const type = typeIfRight(name, arrived);
  if (type === undefined) {
    await photos.dropArrived(name);
    return failed('wrong');
  }
  await photos.keep(name, arrived.bytes);
  const { shop, sha256, part } = name;
  const photo = { sha256, part, type, bytes: arrived.bytes.length };
  await inShop(database, shop, (sql) => insertPhoto(sql, shop, photo, sender));
  return ok(null);
}

/**
 * A photo is what its name says and bare of what its camera wrote beside it; a thumbnail is a small picture. A document
 * is what its name says, as it came: nothing of it is read here but its edges.
 */
function typeIfRight({ sha256, part }: PhotoName, arrived: Arrived): StoredPhoto['type'] | undefined {
  if (part === 'full' && isPdf(arrived.bytes)) return arrived.sha256 === sha256 ? 'pdf' : undefined;
  const image = part === 'full' ? readPhoto(arrived.bytes) : readThumb(arrived.bytes);
  const isNamed = part === 'thumb' || arrived.sha256 === sha256;
  return image.ok && isNamed && isBare(arrived.bytes, image.value) ? image.value.type : undefined;
}
