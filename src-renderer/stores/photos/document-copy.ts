// Opening a copy of a document, and writing one where the person chooses.

import type { DocumentId } from '../../../src-shared/base/ids.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import { ask } from '../../api/bridge.ts';

/** Answers the name of the copy; null where no place was chosen. */
export const saveDocumentCopy = (documentId: DocumentId): Promise<Result<string | null>> =>
  ask('document.save-copy', { documentId });

/** In the system's own program for it. */
export const openDocument = (documentId: DocumentId): Promise<Result<null>> => ask('document.open', { documentId });
