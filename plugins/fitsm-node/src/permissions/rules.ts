import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_FITSM_RECORD } from '@fitsm/plugin-fitsm-common';
import { z } from 'zod/v4';
import {
  matchesCondition,
  RecordCondition,
  RecordResource,
} from './recordCondition';

/** @public */
export const recordResourceRef = createPermissionResourceRef<
  RecordResource,
  RecordCondition
>().with({ pluginId: 'fitsm', resourceType: RESOURCE_TYPE_FITSM_RECORD });

const names = (description: string) =>
  z.array(z.string()).describe(description);

const isType = createPermissionRule({
  name: 'IS_TYPE',
  description: 'Records of one of these types',
  resourceRef: recordResourceRef,
  paramsSchema: z.object({
    types: names('Record types, incident for example'),
  }),
  apply: (resource, { types }) =>
    matchesCondition({ is: 'type', types }, resource),
  toQuery: ({ types }) => ({ is: 'type', types }),
});

const isOfProcess = createPermissionRule({
  name: 'IS_OF_PROCESS',
  description: 'Records of the types of one of these processes',
  resourceRef: recordResourceRef,
  paramsSchema: z.object({
    processes: names('Codes of processes, isrm for example'),
  }),
  apply: (resource, { processes }) =>
    matchesCondition({ is: 'process', processes }, resource),
  toQuery: ({ processes }) => ({ is: 'process', processes }),
});

const isInState = createPermissionRule({
  name: 'IS_IN_STATE',
  description: 'Records in one of these states',
  resourceRef: recordResourceRef,
  paramsSchema: z.object({ states: names('States of the record types') }),
  apply: (resource, { states }) =>
    matchesCondition({ is: 'state', states }, resource),
  toQuery: ({ states }) => ({ is: 'state', states }),
});

const isInCategory = createPermissionRule({
  name: 'IS_IN_CATEGORY',
  description: 'Records whose state is of one of these categories',
  resourceRef: recordResourceRef,
  paramsSchema: z.object({ categories: names('open, waiting or closed') }),
  apply: (resource, { categories }) =>
    matchesCondition({ is: 'category', categories }, resource),
  toQuery: ({ categories }) => ({ is: 'category', categories }),
});

const isRestricted = createPermissionRule({
  name: 'IS_RESTRICTED',
  description: 'Records that only those involved may see',
  resourceRef: recordResourceRef,
  apply: resource => matchesCondition({ is: 'restricted' }, resource),
  toQuery: () => ({ is: 'restricted' } as const),
});

const isHeldBy = createPermissionRule({
  name: 'IS_HELD_BY',
  description: 'Records on which one of these people or groups holds a role',
  resourceRef: recordResourceRef,
  paramsSchema: z.object({
    holders: names('Full references of users and groups'),
    roles: names(
      'Roles: owner, creator, or a field of people; any where left out',
    ).optional(),
  }),
  apply: (resource, { holders, roles }) =>
    matchesCondition({ is: 'held', holders, roles }, resource),
  toQuery: ({ holders, roles }) => ({ is: 'held', holders, roles }),
});

const isOnEntityOwnedBy = createPermissionRule({
  name: 'IS_ON_ENTITY_OWNED_BY',
  description:
    'Records about an entity that one of these people or groups owns',
  resourceRef: recordResourceRef,
  paramsSchema: z.object({
    owners: names('Full references of users and groups'),
  }),
  apply: (resource, { owners }) =>
    matchesCondition({ is: 'entityOwned', owners }, resource),
  toQuery: ({ owners }) => ({ is: 'entityOwned', owners }),
});

const isPublished = createPermissionRule({
  name: 'IS_PUBLISHED',
  description: 'Records in a state that their type publishes',
  resourceRef: recordResourceRef,
  apply: resource => matchesCondition({ is: 'published' }, resource),
  toQuery: () => ({ is: 'published' } as const),
});

/** The rules that permission policies can use on records. @public */
export const recordRules = {
  isType,
  isOfProcess,
  isInState,
  isInCategory,
  isRestricted,
  isHeldBy,
  isOnEntityOwnedBy,
  isPublished,
};

const conditionExports = createConditionExports({
  resourceRef: recordResourceRef,
  rules: recordRules,
});

/** Conditions on records, for authors of policies. @public */
export const recordConditions = conditionExports.conditions;

/** @public */
export const createRecordConditionalDecision =
  conditionExports.createConditionalDecision;
