/** What the scripted backend answers about notes: it writes them and the versions of them. */
import { ok, type Result } from '../../../src-shared/base/result.ts';
import type { Note, NoteLinks } from '../../../src-shared/domain/note/note.ts';
import type { ChangedRecord } from '../../../src-shared/ipc/shapes.ts';
import { noteOf } from './sample-sheet.ts';

type Input = Readonly<Record<string, unknown>>;
type Parts = {
  readonly notes: () => readonly Note[];
  readonly write: (changes: readonly ChangedRecord[]) => Result<null>;
};

export function noteAnswers({ notes, write }: Parts): Readonly<Record<string, (input: Input) => Result<unknown>>> {
  const add = (input: Input, follows: Note['follows']): Result<unknown> => {
    const { content, links } = input as { readonly content: Note['content']; readonly links: NoteLinks };
    const [lineIds, photoIds, receiptIds] = [[...links.lineIds], [...links.photoIds], [...links.receiptIds]];
    const about = { links: { lineIds, photoIds }, ...(receiptIds.length > 0 && { receipts: { receiptIds } }) };
    const record = noteOf(5000 + notes().length, { content, follows, ...about });
    write([{ kind: 'note', record }]);
    return ok(record.id);
  };
  return {
    'note.add': (input) => add(input, { versionOf: '', answerTo: (input.answerTo as string | null) ?? '' }),
    'note.revise': (input) => add(input, { versionOf: String(input.noteId), answerTo: '' }),
  };
}
