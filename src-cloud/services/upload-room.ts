/** How many uploads a shop may have under way: asked one after another, so that many at once do not pass together. */
import type { ShopId } from '../../src-shared/base/ids.ts';

type Beginning = { readonly shop: ShopId; readonly id: string };

export type UploadRoom = ReturnType<typeof createUploadRoom>;

export function createUploadRoom(listArrivals: (shop: ShopId) => Promise<readonly string[]>, most: number) {
  /** Let in, but perhaps not on the disk yet; by the request that brought them. */
  const beginning = new Map<object, Beginning>();
  const turns = new Map<ShopId, Promise<unknown>>();
  const enter = async (request: object, { shop, id }: Beginning): Promise<boolean> => {
    const ids = new Set(await listArrivals(shop));
    for (const one of beginning.values()) if (one.shop === shop) ids.add(one.id);
    const isFull = !ids.has(id) && ids.size >= most;
    if (!isFull) beginning.set(request, { shop, id });
    return !isFull;
  };
  return {
    /** Whether there is room for one more; then it is taken until its request ends and the upload counts by itself. */
    enter(request: object, asked: Beginning): Promise<boolean> {
      const turn = (turns.get(asked.shop) ?? Promise.resolve()).then(() => enter(request, asked));
      turns.set(
        asked.shop,
        turn.catch(() => undefined),
      );
      return turn;
    },
    leave: (request: object): void => void beginning.delete(request),
  };
}
