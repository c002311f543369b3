import { useEffect } from 'preact/hooks';
import { Router, useLocation } from 'preact-iso/router';
import { ConnectionBanner } from './parts/connection-banner.tsx';
import { DropZone } from './parts/drop-zone.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { UploadDialog } from './parts/upload-dialog.tsx';
import { UploadStatus } from './parts/upload-status.tsx';
import { account, accounts, chooseAccount } from './state/account.ts';
import { choice } from './state/chosen-files.ts';
import { ItemView } from './views/item-view.tsx';
import { LibraryView } from './views/library-view.tsx';
import { LiveView } from './views/live-view.tsx';
import { NotFoundView } from './views/not-found-view.tsx';
import { UploadsView } from './views/uploads-view.tsx';

/** What somebody sees who is signed in. */
export function Workspace() {
  const { query, path } = useLocation();
  const named = query['account'];
  useEffect(() => {
    const found = accounts.find(({ id }) => id === named);
    if (found !== undefined) account.value = found;
    else void chooseAccount();
  }, [named]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <TopBar />
      <ConnectionBanner />
      <main id="main" tabIndex={-1}>
        {account.value === undefined ? (
          <div class="opening" aria-busy="true" />
        ) : (
          <Router>
            <LibraryView path="/" />
            <ItemView path="/items/:id" />
            <LiveView path="/live" />
            <UploadsView path="/uploads" />
            <NotFoundView default />
          </Router>
        )}
      </main>
      {path !== '/uploads' && <UploadStatus />}
      <DropZone />
      {choice.value !== undefined && <UploadDialog chosen={choice.value} />}
    </>
  );
}
