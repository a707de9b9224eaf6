// Enter in the search: opens the first workfile of what was typed, however fast it was typed.
import { say, showTab, useShell } from '../../stores/shell.ts';
import { findFirst, useWorkfileList } from '../../stores/workfile-list.ts';
import { wordBriefly } from '../../words/failure-words.ts';

export async function openFirst(): Promise<void> {
  const { text } = useWorkfileList.getState();
  const reply = await findFirst();
  const isStillMeant = useWorkfileList.getState().text === text && useShell.getState().active === 'list';
  if (!isStillMeant) return;
  if (!reply.ok) say(wordBriefly(reply.failure));
  else if (reply.value !== undefined) showTab(reply.value.id);
  else say(text === '' ? 'There is no workfile yet.' : `Nothing found for “${text}”.`);
}
