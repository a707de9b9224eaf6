/** Thousands of files dropped at once are neither all shown nor all read. */
import { expect, test } from 'vitest';
import { cancelImport, importPhotos, useArriving } from '../../../src-renderer/stores/photos/photo-import.ts';
import type { WorkfileId } from '../../../src-shared/base/ids.ts';
import { maxPhotosOfWorkfile } from '../../../src-shared/domain/photo/photo.ts';

test('of ten thousand files as many are looked at as a workfile takes, and the others are refused by their number', async () => {
  const opened = { count: 0 };
  const files = Array.from({ length: 10_000 }, (_, i) => {
    const file = new File(['no photo'], `IMG_${i}.jpg`);
    const slice = file.slice.bind(file);
    file.slice = (...range) => {
      opened.count += 1;
      return slice(...range);
    };
    return file;
  });
  const importing = importPhotos('a workfile' as WorkfileId, files);
  expect(useArriving.getState().photos).toHaveLength(maxPhotosOfWorkfile);
  const { added, refused } = await importing;
  expect(added).toEqual([]);
  expect(refused).toHaveLength(10_000);
  expect(refused[0]).toMatchObject({ name: 'IMG_500.jpg', failure: { issue: 'photo-count', limit: 500 } });
  expect(refused.at(-1)).toMatchObject({ name: 'IMG_499.jpg', failure: { issue: 'photo-type' } });
  expect(opened.count).toBeLessThanOrEqual(maxPhotosOfWorkfile * 2);
  expect(useArriving.getState().photos).toEqual([]);
});

test('an import that is cancelled ends after the file it is at, and says how many were left out', async () => {
  const files = Array.from({ length: 20 }, (_, i) => new File(['no photo'], `IMG_${i}.jpg`));
  const seen: string[] = [];
  const stop = useArriving.subscribe(({ runs }) => {
    const [run] = Object.values(runs);
    if (run === undefined) return;
    seen.push(`${run.done} of ${run.of}`);
    if (run.done === 3 && !run.isCancelled) cancelImport(run.key);
  });
  const { refused, cancelled } = await importPhotos('a workfile' as WorkfileId, files);
  stop();
  expect([refused.length, cancelled]).toEqual([3, 17]);
  expect(seen[0]).toBe('0 of 20');
  expect(seen).toContain('3 of 20');
  expect(useArriving.getState()).toMatchObject({ photos: [], runs: {} });
});
