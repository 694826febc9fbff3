import {
  ConformityState,
  RequirementSection,
} from '@fitsm/plugin-fitsm-common';

/** What people call the states of a row. */
export const stateLabels: Record<ConformityState, string> = {
  evidenced: 'Evidenced',
  stale: 'Stale',
  missing: 'Missing',
  notApplicable: 'Not applicable',
};

export const sectionLabels: Record<RequirementSection, string> = {
  activity: 'Activity',
  setup: 'Setup',
  input: 'Input',
  ongoing: 'Ongoing',
  output: 'Output',
};
