import { Field } from '@fitsm/plugin-fitsm-common';

/** What the inputs of all kinds share. */
export function inputProps(props: {
  field: Field;
  name: string;
  isRequired?: boolean;
  problemId?: string;
}) {
  const { field, name, problemId } = props;
  return {
    name,
    label: field.label,
    description: field.help,
    isRequired: props.isRequired ?? field.required ?? false,
    isInvalid: Boolean(problemId),
    'aria-describedby': problemId,
    // Problems are found by the form with the validators of the server, not by
    // the browser.
    validationBehavior: 'aria' as const,
  };
}
