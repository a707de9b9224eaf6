// What came of an export, in words.
import type { Failure } from '../../../src-shared/base/failure.ts';
import type { Result } from '../../../src-shared/base/result.ts';
import type { ExportedEstimate } from '../../../src-shared/ipc/exchange-requests.ts';
import type { ShowToast, ToastWords } from '../../../src-ui/feedback/toast.tsx';
import { wordReason } from '../../words/exchange-words.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export function tellExport(toast: ShowToast, reply: Result<ExportedEstimate>): void {
  const words = wordExport(reply);
  if (words !== undefined) toast(words);
}

/** EMS fields are narrow: 999 lines, seven digits of dollars. */
const wordNoExport = (failure: Failure): ToastWords =>
  failure.kind === 'unreadable'
    ? { text: 'Nothing was exported', detail: `${wordReason(failure)} BMS has room for it.` }
    : { text: wordBriefly(failure) };

/** Nothing is said where no place was chosen. */
function wordExport(reply: Result<ExportedEstimate>): ToastWords | undefined {
  if (!reply.ok) return { ...wordNoExport(reply.failure), tone: 'error', seconds: 15 };
  if (reply.value === null) return undefined;
  const { file, files, remarks } = reply.value;
  const text = files === 1 ? `Wrote ${file}` : `Wrote ${file}, ${files} files`;
  const [first] = remarks;
  if (first === undefined) return { text, seconds: 10 };
  const more = remarks.length === 1 ? '' : ` And ${remarks.length - 1} more.`;
  return { text, detail: `${wordReason(first)}${more}`, tone: 'warn', seconds: 15 };
}
