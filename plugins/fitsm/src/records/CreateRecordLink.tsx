import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { AnyRecordType } from '@fitsm/plugin-fitsm-common';
import { RiAddLine } from '@remixicon/react';
import { createRecordRouteRef } from '../routes';
import { inSentence } from './inSentence';
import { useRecordTypes } from './useRecordTypes';

/** Opens the form for a new record, where one may create one. */
export const CreateRecordLink = (props: {
  definition: AnyRecordType;
  /** Values to begin with, by field. */
  values?: Record<string, string>;
}) => {
  const { definition, values } = props;
  const { canCreate } = useRecordTypes();
  const createRoute = useRouteRef(createRecordRouteRef);
  if (!canCreate(definition.name)) return null;
  const query = values ? `?${new URLSearchParams(values)}` : '';
  return (
    <ButtonLink
      variant="primary"
      iconStart={<RiAddLine />}
      href={`${createRoute({ type: definition.name })}${query}`}
    >
      {createLabel(definition)}
    </ButtonLink>
  );
};

/** "Create incident". */
export function createLabel({ label }: AnyRecordType) {
  return `Create ${inSentence(label.one)}`;
}
