/** The whole window over a scripted backend: it answers from a sheet in memory and writes down what was asked. */
import { render } from 'vitest-browser-react';
import { App } from '../../../src-renderer/app.tsx';
import { useClock } from '../../../src-renderer/stores/clock.ts';
import { useCommandBoard } from '../../../src-renderer/stores/command-board.ts';
import { useCommands } from '../../../src-renderer/stores/commands.ts';
import { useFirstRun } from '../../../src-renderer/stores/first-run.ts';
import { useHistory } from '../../../src-renderer/stores/history.ts';
import { useHome } from '../../../src-renderer/stores/home.ts';
import { forgetIntake } from '../../../src-renderer/stores/intake.ts';
import { useLibrary } from '../../../src-renderer/stores/library/library.ts';
import { useOpened } from '../../../src-renderer/stores/library/opened.ts';
import { useListViews } from '../../../src-renderer/stores/list-views.ts';
import { useDisk } from '../../../src-renderer/stores/pc/disk.ts';
import { useThisPc } from '../../../src-renderer/stores/pc/this-pc.ts';
import { useDrawings } from '../../../src-renderer/stores/photos/drawings.ts';
import { useArriving } from '../../../src-renderer/stores/photos/photo-import.ts';
import { usePhotoStates } from '../../../src-renderer/stores/photos/photo-states.ts';
import { useSession } from '../../../src-renderer/stores/session.ts';
import { useSettings } from '../../../src-renderer/stores/settings.ts';
import { useShell } from '../../../src-renderer/stores/shell.ts';
import { startStores } from '../../../src-renderer/stores/start.ts';
import { useSync } from '../../../src-renderer/stores/sync.ts';
import { useCentre } from '../../../src-renderer/stores/sync-centre.ts';
import { useWorkfiles } from '../../../src-renderer/stores/workfile/workfiles.ts';
import { useWorkfileList } from '../../../src-renderer/stores/workfile-list.ts';
import type { HostNoticeName, HostNotices } from '../../../src-shared/ipc/host.ts';
import type { NoticeName, Notices } from '../../../src-shared/ipc/notices.ts';
import { type Answers, createAnswers, type Script } from './scripted-answers.ts';
import { shopTime } from './shop-time.ts';

type Hear = (data: never) => void;
export type Asked = { readonly name: string; readonly input: unknown };

export type ScriptedWindow = Answers & {
  /** Everything that was asked of the backend, in order. */
  readonly asked: readonly Asked[];
  /** Everything that was told to the main process. */
  readonly told: readonly Asked[];
  readonly notice: <N extends NoticeName>(name: N, data: Notices[N]) => void;
  readonly hostNotice: <N extends HostNoticeName>(name: N, data: HostNotices[N]) => void;
  readonly askedFor: (name: string) => readonly unknown[];
};

const resets = [
  () => useClock.setState(useClock.getInitialState(), true),
  () => useCommandBoard.setState(useCommandBoard.getInitialState(), true),
  () => useCentre.setState(useCentre.getInitialState(), true),
  () => useArriving.setState(useArriving.getInitialState(), true),
  () => useDrawings.setState(useDrawings.getInitialState(), true),
  () => usePhotoStates.setState(usePhotoStates.getInitialState(), true),
  () => useCommands.setState(useCommands.getInitialState(), true),
  forgetIntake,
  () => useLibrary.setState(useLibrary.getInitialState(), true),
  () => useFirstRun.setState(useFirstRun.getInitialState(), true),
  () => useOpened.setState(useOpened.getInitialState(), true),
  () => useHistory.setState(useHistory.getInitialState(), true),
  () => useHome.setState(useHome.getInitialState(), true),
  () => useListViews.setState(useListViews.getInitialState(), true),
  () => useSession.setState(useSession.getInitialState(), true),
  () => useSettings.setState(useSettings.getInitialState(), true),
  () => useShell.setState(useShell.getInitialState(), true),
  () => useDisk.setState(useDisk.getInitialState(), true),
  () => useThisPc.setState(useThisPc.getInitialState(), true),
  () => useSync.setState(useSync.getInitialState(), true),
  () => useWorkfileList.setState(useWorkfileList.getInitialState(), true),
  () => useWorkfiles.setState(useWorkfiles.getInitialState(), true),
];

/** What the window before this one still hears. */
const running: (() => void)[] = [];

/** Opens the window anew. */
export async function openWindow(script: Script = {}): Promise<ScriptedWindow> {
  for (const stop of running.splice(0)) stop();
  for (const reset of resets) reset();
  const ears = createEars();
  const hostEars = createEars();
  const asked: Asked[] = [];
  const told: Asked[] = [];
  const answers = createAnswers(script, (name, data) => ears.tell(name, data));
  const delay = (): number => (typeof script.delayMs === 'function' ? script.delayMs() : (script.delayMs ?? 1));
  let before: Promise<unknown> = Promise.resolve();
  const bridge = {
    listen: ears.listen,
    ask: async (name: string, input: unknown) => {
      asked.push({ name, input });
      // A port answers later than the key press that asked, one question after the other, and after the news of it.
      const turn = Promise.all([before, wait(delay())]);
      before = turn;
      await turn;
      const answer = answers.reply(name, input);
      await wait(typeof script.delayMs === 'function' ? delay() : 0);
      return answer;
    },
  };
  const host = { listen: hostEars.listen, tell: (name: string, input: unknown) => void told.push({ name, input }) };
  Object.defineProperty(window, 'shopfile', { value: { bridge, host }, configurable: true });
  useClock.setState({ now: script.now ?? shopTime(21, 10, 45) });
  running.push(startStores());
  await render(<App nonce={undefined} view={script.view} />);
  return {
    ...answers,
    asked,
    told,
    notice: (name, data) => ears.tell(name, data),
    hostNotice: (name, data) => hostEars.tell(name, data),
    askedFor: (name) => asked.filter((one) => one.name === name).map((one) => one.input),
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function createEars() {
  const ears = new Map<string, Set<Hear>>();
  return {
    listen(name: string, hear: Hear): () => void {
      ears.set(name, (ears.get(name) ?? new Set()).add(hear));
      return () => void ears.get(name)?.delete(hear);
    },
    tell(name: string, data: unknown): void {
      for (const hear of ears.get(name) ?? []) hear(data as never);
    },
  };
}
