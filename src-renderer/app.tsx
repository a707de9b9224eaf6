// The window put together: which feature stands where. Features know stores; only this file knows features.
import type { ReactNode } from 'react';
import type { WorkfileId } from '../src-shared/base/ids.ts';
import type { Library } from '../src-shared/domain/library/library.ts';
import type { SessionState } from '../src-shared/ipc/shapes.ts';
import { LoadingView } from '../src-ui/feedback/loading-view.tsx';
import { AppFrame } from '../src-ui/theme/app-frame.tsx';
import { CloseDialog } from './features/commands/close-dialog.tsx';
import { CommandsDialog } from './features/commands/commands-dialog.tsx';
import { ConvertDialog } from './features/commands/convert-dialog.tsx';
import { LockDialog } from './features/commands/lock-dialog.tsx';
import { LossDialog } from './features/commands/loss-dialog.tsx';
import { ReasonDialog } from './features/commands/reason-dialog.tsx';
import { ConfigureScreen } from './features/configure/configure-screen.tsx';
import { CustomersScreen } from './features/configure/customers-screen.tsx';
import { DmsConnectionScreen } from './features/configure/dms-connection-screen.tsx';
import { EmployeesScreen } from './features/configure/employees-screen.tsx';
import { InsurersScreen } from './features/configure/insurers-screen.tsx';
import { ContactsScreen } from './features/contacts/contacts-screen.tsx';
import { FindCustomerDialog } from './features/contacts/find-customer-dialog.tsx';
import { IntakeDialog } from './features/contacts/intake-dialog.tsx';
import { DmsCommands } from './features/dms/dms-commands.tsx';
import { DmsWindow } from './features/dms/dms-window.tsx';
import { EstimateScreen } from './features/estimate/estimate-screen.tsx';
import { ExchangeDialogs } from './features/exchange/exchange-dialogs.tsx';
import { FoundStrip } from './features/exchange/watch-dialog.tsx';
import { FirstRunStrip } from './features/first-run/first-run-strip.tsx';
import { ChangeLogScreen } from './features/history/change-log-screen.tsx';
import { HistoryScreen } from './features/history/history-screen.tsx';
import { HomeScreen } from './features/home/home-screen.tsx';
import { InsuranceScreen } from './features/insurance/insurance-screen.tsx';
import { JournalScreen } from './features/journal/journal-screen.tsx';
import { KeyboardHelp } from './features/keyboard-help/keyboard-help.tsx';
import { InsertLinesDialog } from './features/library/insert-lines-dialog.tsx';
import { KeepLinesDialog } from './features/library/keep-lines-dialog.tsx';
import { LibraryCommands } from './features/library/library-commands.tsx';
import { MyLinesScreen } from './features/library/my-lines-screen.tsx';
import { PartCodesScreen } from './features/library/part-codes-screen.tsx';
import { NotesScreen } from './features/notes/notes-screen.tsx';
import { OverviewScreen } from './features/overview/overview-screen.tsx';
import { PhotosScreen } from './features/photos/photos-screen.tsx';
import { PlanCommands } from './features/plan/plan-commands.tsx';
import { PlanScreen } from './features/plan/plan-screen.tsx';
import { PrintDialog } from './features/print/print-dialog.tsx';
import { ProfilesScreen } from './features/rates/profiles-screen.tsx';
import { RatesScreen } from './features/rates/rates-screen.tsx';
import { UpdateRatesDialog } from './features/rates/update-rates-dialog.tsx';
import { ReceiptsScreen } from './features/receipts/receipts-screen.tsx';
import { ErrorBoundary } from './features/shell/error-boundary.tsx';
import { WindowCommands } from './features/shell/window-commands.tsx';
import { WindowFrame, type WindowParts } from './features/shell/window-frame.tsx';
import { SignInDialog } from './features/sign-in/sign-in-dialog.tsx';
import { SignInScreen } from './features/sign-in/sign-in-screen.tsx';
import { ConflictDialog } from './features/sync-centre/conflict-dialog.tsx';
import { SyncCentreScreen } from './features/sync-centre/sync-centre-screen.tsx';
import { SessionEndedStrip } from './features/sync-status/session-ended-strip.tsx';
import { StatusLine } from './features/sync-status/status-line.tsx';
import { DiskStrip } from './features/this-pc/disk-strip.tsx';
import { RepairScreen } from './features/this-pc/repair-screen.tsx';
import { RestoreDialog } from './features/this-pc/restore-dialog.tsx';
import { ThisPcScreen } from './features/this-pc/this-pc-screen.tsx';
import { VehicleScreen } from './features/vehicle/vehicle-screen.tsx';
import { VersionsScreen } from './features/versions/versions-screen.tsx';
import { type SectionScreens, WorkfileScreen } from './features/workfile/workfile-screen.tsx';
import { WorkfileListScreen } from './features/workfile-list/workfile-list-screen.tsx';
import type { Loading } from './stores/loading.ts';
import { loadSession, useSession } from './stores/session.ts';
import { useSettings } from './stores/settings.ts';
import { wordFailure } from './words/failure-words.ts';

const screens: SectionScreens = {
  overview: OverviewScreen,
  contacts: ContactsScreen,
  vehicle: VehicleScreen,
  insurance: InsuranceScreen,
  rates: RatesScreen,
  estimate: EstimateScreen,
  photos: PhotosScreen,
  notes: NotesScreen,
  history: HistoryScreen,
  receipts: ReceiptsScreen,
  versions: VersionsScreen,
  plan: PlanScreen,
};

const libraryScreens: Readonly<Record<Library, ReactNode>> = {
  profile: <ProfilesScreen />,
  canned: <MyLinesScreen />,
  'part-code': <PartCodesScreen />,
  employee: <EmployeesScreen />,
  insurer: <InsurersScreen />,
  customer: <CustomersScreen />,
  'dms-connection': <DmsConnectionScreen />,
};

const parts: WindowParts = {
  home: <HomeScreen />,
  list: (inFront) => <WorkfileListScreen inFront={inFront} />,
  workfile: (workfileId: WorkfileId) => <WorkfileScreen workfileId={workfileId} screens={screens} />,
  library: (library: Library) => libraryScreens[library],
  centre: <SyncCentreScreen />,
  configure: <ConfigureScreen />,
  pc: <ThisPcScreen />,
  changeLog: <ChangeLogScreen />,
  journal: <JournalScreen />,
  status: <StatusLine />,
  strips: (
    <>
      <DiskStrip />
      <SessionEndedStrip />
      <FoundStrip />
      <FirstRunStrip />
    </>
  ),
  overlays: (
    <>
      <ConflictDialog />
      <SignInDialog />
      <LockDialog />
      <IntakeDialog />
      <FindCustomerDialog />
      <ConvertDialog />
      <CloseDialog />
      <ReasonDialog />
      <LossDialog />
      <CommandsDialog />
      <PrintDialog />
      <ExchangeDialogs />
      <RestoreDialog />
      <UpdateRatesDialog />
      <LibraryCommands />
      <PlanCommands />
      <DmsCommands />
      <InsertLinesDialog />
      <KeepLinesDialog />
    </>
  ),
};

/** The data cannot be opened, and can be repaired: nothing else works until then. */
const isDamaged = (session: Loading<SessionState>): boolean =>
  session.kind === 'failed' && session.failure.kind === 'unavailable' && session.failure.what === 'database-damaged';

type AppProps = {
  readonly nonce: string | undefined;
  /** What this window shows, where that is not the whole app. */
  readonly view?: WorkfileId | undefined;
};

export function App({ nonce, view }: AppProps) {
  const theme = useSettings(({ settings }) => settings.theme);
  const density = useSettings(({ settings }) => settings.density);
  const session = useSession((state) => state.session);
  return (
    <AppFrame nonce={nonce} theme={theme} density={density}>
      <WindowCommands />
      <KeyboardHelp />
      {isDamaged(session) ? (
        <RepairScreen />
      ) : (
        <LoadingView state={session} describe={wordFailure} onRetry={() => void loadSession()}>
          {(state) => (
            <ErrorBoundary>{state.kind === 'signed-in' ? <Whole view={view} /> : <SignInScreen />}</ErrorBoundary>
          )}
        </LoadingView>
      )}
    </AppFrame>
  );
}

/** The whole app, or the DMS Activity of one workfile in a window of its own. */
function Whole({ view }: Pick<AppProps, 'view'>) {
  return view === undefined ? (
    <WindowFrame parts={parts} />
  ) : (
    <>
      <DmsWindow workfileId={view} />
      <PrintDialog of={view} />
      <ConflictDialog />
    </>
  );
}
