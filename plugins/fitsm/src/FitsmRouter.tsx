import { ErrorPage, Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { CreateRecordPage } from './records/CreateRecordPage';
import { MyWorkPage } from './records/MyWorkPage';
import { ProcessPage } from './records/ProcessPage';
import { RecordPage } from './records/RecordPage';
import { RecordTypesProvider } from './records/useRecordTypes';

// Few people ever import anything, or prepare an audit.
const ImportPage = lazy(() =>
  import('./importing/ImportPage').then(m => ({ default: m.ImportPage })),
);

const ConformityPage = lazy(() =>
  import('./conformity/ConformityPage').then(m => ({
    default: m.ConformityPage,
  })),
);

/** All pages below `/fitsm`. */
export const FitsmRouter = () => (
  <RecordTypesProvider>
    <Routes>
      <Route index element={<MyWorkPage />} />
      <Route path="records/:id" element={<RecordPage />} />
      <Route path="create/:type" element={<CreateRecordPage />} />
      <Route
        path="admin/import"
        element={
          <Suspense fallback={<Progress />}>
            <ImportPage />
          </Suspense>
        }
      />
      <Route
        path="conformity"
        element={
          <Suspense fallback={<Progress />}>
            <ConformityPage />
          </Suspense>
        }
      />
      <Route path=":process" element={<ProcessPage />} />
      <Route
        path="*"
        element={<ErrorPage status="404" statusMessage="Page not found" />}
      />
    </Routes>
  </RecordTypesProvider>
);
