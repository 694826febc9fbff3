import { PageWithHeader } from '@backstage/core-components';
import { FitsmRouter } from './FitsmRouter';

/** Apps on the old frontend system leave the header to the page. */
export const LegacyFitsmPage = () => (
  <PageWithHeader themeId="tool" title="Service management">
    <FitsmRouter />
  </PageWithHeader>
);
