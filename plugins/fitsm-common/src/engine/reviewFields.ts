import { field } from './fields';

/**
 * What a type that is `reviewed` keeps of it (REV-1): spread them into its
 * fields, and name them in `reviewed`.
 *
 * @public
 */
export const reviewFields = {
  reviewInterval: field.number({
    label: 'Review every',
    unit: 'days',
    min: 1,
    max: 3650,
    integer: true,
  }),
  nextReviewAt: field.dateTime({ label: 'Next review', column: 'dueAt' }),
  lastReviewedAt: field.dateTime({ label: 'Last review', lateOnly: true }),
  reviewOutcome: field.choice({
    label: 'Outcome of the review',
    options: {
      kept: 'Fits as it is',
      changed: 'Was adapted',
      needsChange: 'Needs a change',
      retire: 'Is no longer needed',
    },
    lateOnly: true,
  }),
  reviewNote: field.markdown({
    label: 'Findings of the review',
    lateOnly: true,
  }),
} as const;
