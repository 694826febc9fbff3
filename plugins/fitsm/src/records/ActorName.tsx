import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Actor } from '@fitsm/plugin-fitsm-common';

const isEntityRef = (ref: string) => /^(user|group):/.test(ref);

const Name = ({ entityRef }: { entityRef: string }) =>
  isEntityRef(entityRef) ? (
    <EntityRefLink entityRef={entityRef} />
  ) : (
    <>{entityRef}</>
  );

const kindLabels: Record<Actor['kind'], string> = {
  person: '',
  service: 'service ',
  job: 'job ',
  agent: 'agent ',
};

/** Who did something, and for whom (HIS-1). */
export const ActorName = ({ actor }: { actor: Actor }) => (
  <>
    {kindLabels[actor.kind]}
    <Name entityRef={actor.ref} />
    {actor.onBehalfOf && (
      <>
        {' on behalf of '}
        <Name entityRef={actor.onBehalfOf} />
      </>
    )}
  </>
);
